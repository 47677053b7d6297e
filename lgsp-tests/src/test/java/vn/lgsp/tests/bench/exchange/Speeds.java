package vn.lgsp.tests.bench.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.lgsp.tests.bench.Ranks;

/**
 * How fast the machine is, in MB (10⁶ bytes) a second.
 *
 * @param sealing SHA-256 and AES-256-GCM over the same bytes, one after the other, on one core
 * @param writing sequentially into a new file, until it is forced to the disk
 * @param reading the same file sequentially, past the page cache where the file system allows it
 * @param direct whether it was read past the page cache
 */
record Speeds(double sealing, double writing, double reading, boolean direct) {
    private static final int SEGMENT = 64 * 1024;
    private static final int BLOCK = 1024 * 1024;

    /** Java compiles what is used often; the best of these is what the processor can do. */
    private static final int SEALINGS = 4;

    private static final Duration SEALING = Duration.ofMillis(500);

    /**
     * Measures.
     *
     * @param directory of the disk
     * @param size bytes that are written and read, a multiple of 1 MiB
     */
    static Speeds of(Path directory, long size) {
        try {
            Path file = directory.resolve("disk.probe");
            try {
                double writing = write(file, size);
                boolean direct = isDirect(file);
                double sealing = 0;
                for (int i = 0; i < SEALINGS; i++) {
                    sealing = Math.max(sealing, seal());
                }
                return new Speeds(sealing, writing, read(file, direct), direct);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fastest sealing of several measurements, and the disk's medians. */
    static Speeds of(List<Speeds> all) {
        return new Speeds(
                all.stream().mapToDouble(Speeds::sealing).max().orElseThrow(),
                Ranks.median(all.stream().mapToDouble(Speeds::writing).toArray()),
                Ranks.median(all.stream().mapToDouble(Speeds::reading).toArray()),
                all.stream().allMatch(Speeds::direct));
    }

    /** MB a second of so many bytes since then. */
    static double megabytes(long bytes, long begin) {
        return bytes / 1e6 / ((System.nanoTime() - begin) / 1e9);
    }

    private static double seal() throws GeneralSecurityException {
        byte[] segment = new byte[SEGMENT];
        new Random(7).nextBytes(segment);
        byte[] sealed = new byte[SEGMENT + 16];
        byte[] nonce = new byte[12];
        SecretKeySpec key = new SecretKeySpec(SecureRandom.getSeed(32), "AES");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long begin = System.nanoTime();
        long bytes = 0;
        for (int i = 0; System.nanoTime() - begin < SEALING.toNanos(); i++) {
            ByteBuffer.wrap(nonce).putInt(i);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.doFinal(segment, 0, SEGMENT, sealed);
            digest.update(segment);
            bytes += SEGMENT;
        }
        return megabytes(bytes, begin);
    }

    private static double write(Path file, long size) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        byte[] random = new byte[BLOCK];
        new Random(7).nextBytes(random);
        block.put(random);
        long begin = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long written = 0; written < size; written += BLOCK) {
                channel.write(block.rewind());
            }
            channel.force(true);
        }
        return megabytes(size, begin);
    }

    private static double read(Path file, boolean direct) throws IOException {
        int alignment = direct ? (int) Files.getFileStore(file).getBlockSize() : 1;
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK + alignment)
                .alignedSlice(alignment)
                .limit(BLOCK);
        long begin = System.nanoTime();
        long bytes = 0;
        try (FileChannel channel = FileChannel.open(file, options(direct))) {
            for (int read = channel.read(block);
                    read >= 0;
                    read = channel.read(block.clear().limit(BLOCK))) {
                bytes += read;
            }
        }
        return megabytes(bytes, begin);
    }

    private static boolean isDirect(Path file) {
        try (FileChannel channel = FileChannel.open(file, options(true))) {
            return channel.isOpen();
        } catch (IOException | UnsupportedOperationException | NoSuchElementException refused) {
            return false;
        }
    }

    private static Set<OpenOption> options(boolean direct) {
        return direct ? Set.of(StandardOpenOption.READ, pastTheCache()) : Set.of(StandardOpenOption.READ);
    }

    /** Not of the standard interface of Java, and not in every Java. */
    private static OpenOption pastTheCache() {
        try {
            return Arrays.stream(
                            Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                    .filter(option -> option.toString().equals("DIRECT"))
                    .map(OpenOption.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new UnsupportedOperationException(e);
        }
    }
}

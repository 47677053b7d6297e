package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.SealedBytes;
import vn.lgsp.crypto.SegmentInput;
import vn.lgsp.crypto.SegmentOutput;
import vn.lgsp.model.Digest;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.registry.boundary.ContentCheck;
import vn.lgsp.registry.boundary.Conversion;
import vn.lgsp.registry.boundary.ConversionRefused;

/**
 * Converts the files of a packet, holds what comes of them against the rules of its type and seals it under the packet's key. Nothing is locked and no
 * connection to the database is held meanwhile.
 */
@ApplicationScoped
public class FormWork {
    private static final Logger LOG = System.getLogger(FormWork.class.getName());

    @EJB
    private FormSteps steps;

    @Inject
    private StoredContent stored;

    @Inject
    private ContentStore store;

    @Inject
    private ContentKeys keys;

    @Inject
    private SmallContent small;

    @Inject
    private Uploads uploads;

    /**
     * Makes a form and enters it.
     *
     * @throws ConversionRefused where it cannot be made
     * @throws LgspException CONTENT_CORRUPTED where what was sent is damaged; UNAVAILABLE, STORAGE_FULL and the like: to be tried again
     */
    void make(FormSteps.Task task) throws ConversionRefused {
        List<MadeFile> made = new ArrayList<>();
        boolean kept = false;
        try (ContentKeys.Opened key = opened(task)) {
            Map<String, byte[]> results = convert(task, key);
            require(task, results, key);
            for (PacketFile file : task.files()) {
                byte[] result = results.get(file.name());
                if (result != null) {
                    made.add(seal(file, task.conversion(), result, key.key()));
                }
            }
            kept = steps.made(task, made);
        } finally {
            if (!kept) {
                made.stream().filter(file -> file.sealed() == null).forEach(file -> uploads.drop(file.blobId()));
            }
        }
    }

    private ContentKeys.Opened opened(FormSteps.Task task) {
        try {
            return keys.open(task.packetId(), task.wrappedKey());
        } catch (ContentCorruptedException changed) {
            LOG.log(Level.ERROR, "the key of packet " + task.packetId() + " is damaged", changed);
            throw new LgspException(ErrorCode.CONTENT_CORRUPTED);
        }
    }

    /** What comes of the files that are converted, by the names of these. */
    private Map<String, byte[]> convert(FormSteps.Task task, ContentKeys.Opened key) throws ConversionRefused {
        Map<String, byte[]> results = new HashMap<>();
        Set<String> names = new HashSet<>();
        long left = task.conversion().largestResult();
        for (PacketFile file : task.files()) {
            boolean converted = task.conversion().converts(file.mediaType());
            if (!names.add(converted ? task.conversion().name(file.name()) : file.name())) {
                throw new ConversionRefused(file.name(), "conversion-same-name");
            }
            if (converted) {
                byte[] result = task.conversion().convert(file.name(), read(file, task.conversion(), key));
                left -= result.length;
                if (left < 0) {
                    throw new ConversionRefused(file.name(), "conversion-result-large");
                }
                results.put(file.name(), result);
            }
        }
        return results;
    }

    private byte[] read(PacketFile file, Conversion conversion, ContentKeys.Opened key) throws ConversionRefused {
        if (file.size() > conversion.largest()) {
            throw new ConversionRefused(file.name(), "content-too-large");
        }
        return open(file, key, InputStream::readAllBytes);
    }

    /** What is done with a file that is open. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(InputStream plain) throws IOException;
    }

    private <T> T open(PacketFile file, ContentKeys.Opened key, Reading<T> reading) {
        try {
            keys.requireSealed(file, key);
            try (SeekableByteChannel channel = stored.open(file);
                    SegmentInput input = SegmentInput.open(channel, key.key(), file.blobId(), file.size());
                    InputStream plain = new PlainInput(input)) {
                return reading.of(plain);
            }
        } catch (IOException failed) {
            throw failure(file, failed);
        }
    }

    private static LgspException failure(PacketFile file, IOException failed) {
        if (failed instanceof NoSuchFileException || failed instanceof ContentCorruptedException) {
            LOG.log(Level.ERROR, "blob " + file.blobId() + " of packet " + file.packetId() + " is damaged", failed);
            return new LgspException(ErrorCode.CONTENT_CORRUPTED);
        }
        return Uploads.storageFailure(failed);
    }

    /** Holds the whole form against the rules of its type. */
    private void require(FormSteps.Task task, Map<String, byte[]> results, ContentKeys.Opened key)
            throws ConversionRefused {
        ContentCheck check = task.conversion().check();
        check.declared(task.files().stream()
                .map(file -> declared(file, task.conversion(), results.get(file.name())))
                .toList());
        for (PacketFile file : task.files()) {
            byte[] result = results.get(file.name());
            String name = result == null ? file.name() : task.conversion().name(file.name());
            if (check.reads(name)) {
                look(check, name, file, result, key);
            }
        }
        if (!check.violations().isEmpty()) {
            throw new ConversionRefused(Conversion.kept(check.violations()));
        }
    }

    private void look(ContentCheck check, String name, PacketFile file, byte[] result, ContentKeys.Opened key) {
        Reading<Void> reading = plain -> {
            check.read(name, plain);
            return null;
        };
        if (result == null) {
            open(file, key, reading);
            return;
        }
        try {
            reading.of(new ByteArrayInputStream(result));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ContentCheck.File declared(PacketFile file, Conversion conversion, byte[] result) {
        return result == null
                ? new ContentCheck.File(file.name(), file.mediaType(), file.size())
                : new ContentCheck.File(conversion.name(file.name()), conversion.mediaType(), result.length);
    }

    private MadeFile seal(PacketFile file, Conversion conversion, byte[] result, ContentKey key) {
        UUID blobId = Ids.next();
        byte[] sealed = result.length <= small.most() ? SealedBytes.seal(key, blobId, result) : null;
        if (sealed == null) {
            write(blobId, result, key);
        }
        return new MadeFile(
                conversion.name(file.name()),
                file.name(),
                conversion.mediaType(),
                result.length,
                Digest.ofContent(result),
                blobId,
                sealed);
    }

    private void write(UUID blobId, byte[] result, ContentKey key) {
        try (ContentStore.Writing writing = store.create(blobId);
                SegmentOutput out = new SegmentOutput(writing.channel(), key, blobId, result.length)) {
            out.write(result, 0, result.length);
            out.finish();
            writing.commit();
        } catch (IOException failed) {
            uploads.drop(blobId);
            throw Uploads.storageFailure(failed);
        }
    }
}

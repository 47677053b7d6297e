package vn.lgsp.registry.control.lists;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.lgsp.model.error.LgspException;

/**
 * The parts of a workbook out of its archive, bounded: how many there are, how much comes out of them in all, how much more comes out of one
 * than went in, and how long a single tag or text may be. Nothing is written anywhere, so the names of the parts lead nowhere.
 */
final class WorkbookZip implements Closeable {
    private static final int MAX_PARTS = 2000;
    /** What all parts read may come to, bytes. */
    private static final long MAX_INFLATED = 512L * 1024 * 1024;
    /** So much may come out of any part, bytes; beyond it the ratio counts. */
    private static final long FREE = 1024 * 1024;
    /** Sheets of repeated cells shrink to a fiftieth, bombs to a thousandth. */
    private static final long MAX_RATIO = 200;
    /** From one tag to the next, bytes: a cell holds 32,767 letters of at most ten bytes each. */
    private static final int MAX_RUN = 1024 * 1024;

    private final ZipFile archive;
    private long inflated;

    /** @throws LgspException FILE_UNREADABLE for what is no archive or has too many parts */
    WorkbookZip(Path file) throws IOException {
        try {
            archive = new ZipFile(file.toFile());
        } catch (ZipException noArchive) {
            throw ListPages.unreadable("XLSX");
        }
        if (archive.size() > MAX_PARTS) {
            archive.close();
            throw ListPages.unreadable("XLSX: parts > " + MAX_PARTS);
        }
    }

    /** Whether there is such a part. */
    boolean has(String part) {
        return archive.getEntry(part) != null;
    }

    /** @throws LgspException FILE_UNREADABLE when the part is not there; also while reading, when a bound is passed */
    InputStream open(String part) throws IOException {
        ZipEntry entry = archive.getEntry(part);
        if (entry == null || entry.isDirectory()) {
            throw ListPages.unreadable("XLSX: " + (part.length() > 100 ? part.substring(0, 100) : part));
        }
        return new Bounded(archive.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private final class Bounded extends FilterInputStream {
        private final long packed;
        private long out;
        private int run;

        Bounded(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) {
                out += read;
                inflated += read;
                if (inflated > MAX_INFLATED || out > FREE && out / packed > MAX_RATIO) {
                    throw ListPages.unreadable("XLSX: zip bomb");
                }
                measure(into, from, read);
            }
            return read;
        }

        private void measure(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                run = bytes[i] == '<' ? 0 : run + 1;
                if (run > MAX_RUN) {
                    throw ListPages.unreadable("XLSX: text > " + MAX_RUN);
                }
            }
        }

        @Override
        public long skip(long count) throws IOException {
            return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}

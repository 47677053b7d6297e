package vn.lgsp.crypto;

import java.io.IOException;
import java.util.UUID;

/** Stored content is not what was sealed: changed, swapped, cut, prolonged, or opened with another key. Nothing of the segment was handed on. */
public final class ContentCorruptedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final UUID fileId;
    private final long segment;

    /**
     * Tells what was found.
     *
     * @param segment index of the bad segment; -1 for the header or the content as a whole
     */
    public ContentCorruptedException(UUID fileId, long segment, String what) {
        super("Segment %d of content %s: %s".formatted(segment, fileId, what));
        this.fileId = fileId;
        this.segment = segment;
    }

    /** @return the file's id */
    public UUID fileId() {
        return fileId;
    }

    /** @return index of the first bad segment, from 0; -1 for the header */
    public long segment() {
        return segment;
    }
}

package vn.lgsp.model.packet;

import java.util.EnumSet;
import java.util.Set;

/** What is still kept of a packet's content (Điều 5.3). */
public enum ContentState implements Lifecycle<ContentState> {
    /** The space is open; files may be coming in. */
    EMPTY("8.3"),
    /** All files are there, encrypted. */
    STORED("8.4"),
    /** The content key is destroyed: nobody can read the bytes any more. */
    SHREDDED("5.3"),
    /** Đã xóa nội dung: the bytes are gone as well. */
    ERASED("5.3");

    private final String clause;

    ContentState(String clause) {
        this.clause = clause;
    }

    @Override
    public Set<ContentState> next() {
        return switch (this) {
            case EMPTY -> EnumSet.of(STORED, SHREDDED);
            case STORED -> EnumSet.of(SHREDDED);
            case SHREDDED -> EnumSet.of(ERASED);
            case ERASED -> EnumSet.noneOf(ContentState.class);
        };
    }

    @Override
    public String clause() {
        return clause;
    }
}

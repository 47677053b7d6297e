package vn.lgsp.model.version;

import java.util.Locale;

/** How far a version has come; it only goes on, never back. Which of the last three a kind of thing knows, its {@link DraftedVersion.Manner} says. */
public enum VersionState {
    /** Nháp: being written; nothing uses it. Each thing has one draft at most, its newest version. */
    DRAFT,
    /** Đang hiệu lực: in force, by the word of a second person; one of each thing at most. */
    PUBLISHED,
    /** Cũ: a later one is in force; who names it may still use it. */
    DEPRECATED,
    /** Đã thay thế: a later one is in force, and nothing new uses it. */
    REPLACED,
    /** Ngừng dùng: no longer to be used; what has it keeps it. */
    RETIRED;

    /** As the outside knows it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether packets may be sent by it. */
    public boolean usable() {
        return this == PUBLISHED || this == DEPRECATED;
    }
}

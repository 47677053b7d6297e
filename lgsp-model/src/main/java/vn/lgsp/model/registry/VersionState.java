package vn.lgsp.model.registry;

import java.util.Locale;

/** How far a version of a data type or of a list of codes has come; it only goes on, never back. */
public enum VersionState {
    /** Being written; nothing uses it. */
    DRAFT,
    /** In force, by the word of a second person. */
    PUBLISHED,
    /** Replaced by a later one; who names it may still use it. */
    DEPRECATED,
    /** No longer to be used; packets of earlier days keep it. */
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

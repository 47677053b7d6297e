package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.List;
import vn.lgsp.model.version.VersionState;

/** A version as people and programs see it: what it says, and the head that all versions have. */
public interface VersionView {
    VersionHead head();

    /** As {@link VersionHead#number()}. */
    default int number() {
        return head().number();
    }

    default VersionState state() {
        return head().state();
    }

    default String draftedName() {
        return head().draftedName();
    }

    default Instant draftedAt() {
        return head().draftedAt();
    }

    /** Null before it was published, as is {@link #publishedAt()}. */
    default String publishedName() {
        return head().publishedName();
    }

    default Instant publishedAt() {
        return head().publishedAt();
    }

    /** Of the versions of a thing, newest first, the one in force, or else the newest. */
    static <V extends VersionView> V shown(List<V> versions) {
        return versions.stream()
                .filter(version -> version.state() == VersionState.PUBLISHED)
                .findFirst()
                .orElse(versions.get(0));
    }

    /** Counts the edits. */
    default int version() {
        return head().version();
    }
}

package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.version.DraftedVersion;
import vn.lgsp.model.version.VersionState;

/**
 * What may be known of every version, whatever it is a version of.
 *
 * @param number counts the versions of a thing, from 1
 * @param draftedBy account of who drafted last; null for what came with the platform
 * @param publishedName null before it was published, as is {@code publishedAt}
 * @param version counts the edits
 */
public record VersionHead(
        int number,
        VersionState state,
        UUID draftedBy,
        String draftedName,
        Instant draftedAt,
        String publishedName,
        Instant publishedAt,
        int version) {

    /** The head of a version. */
    public static VersionHead of(DraftedVersion found) {
        return new VersionHead(
                found.number(),
                found.state(),
                found.draftedBy(),
                found.draftedName(),
                found.draftedAt(),
                found.publishedName(),
                found.publishedAt(),
                found.version());
    }
}

package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A list of agencies from outside with its progress.
 *
 * @param total how many rows it has
 * @param added how many of them are new agencies, as the check found
 * @param different how many differ in what only a reorganisation changes
 * @param faulty how many are at fault and will not be entered
 * @param done how many were entered so far
 * @param refused how many could no longer be entered, because the directory had changed since the check
 */
public record ImportView(
        UUID id,
        String name,
        String orderedBy,
        ImportState state,
        int total,
        int added,
        int changed,
        int unchanged,
        int different,
        int faulty,
        int done,
        int refused,
        Instant createdAt,
        Instant checkedAt,
        Instant startedAt,
        Instant endedAt) {

    /** How many rows the import enters. */
    public int planned() {
        return added + changed;
    }
}

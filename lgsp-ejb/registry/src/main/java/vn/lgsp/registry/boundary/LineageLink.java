package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A code that came in the place of another: one step in the descent of agencies (kế thừa).
 *
 * @param fromAgency whose code ended; the same as {@code toAgency} when only the code changed
 * @param at from when
 * @param how {@code MERGED}, {@code SPLIT}, {@code DISSOLVED} or {@code RECODED}
 * @param changeId the reorganisation; null for what was entered otherwise
 * @param number its number; null as well
 */
public record LineageLink(
        UUID fromAgency,
        String fromCode,
        String fromName,
        UUID toAgency,
        String toCode,
        String toName,
        Instant at,
        String how,
        UUID changeId,
        String number) {}

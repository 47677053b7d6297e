package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.model.registry.ReorganisationState;

/**
 * A request as it stands.
 *
 * @param acts what its steps do, each once
 * @param agencyCode code of the agency that asks
 * @param requestedBy full name of whoever made it; the two that follow may be null
 * @param effectiveAt null while nobody has said
 * @param appliedAt null while it was not carried out
 * @param undoUntil until when it can be undone; null when it cannot
 * @param failures why it could not be carried out; empty otherwise
 */
public record ReorganisationView(
        UUID id,
        String number,
        String title,
        ReorganisationState state,
        List<ReorganisationAct> acts,
        UUID agencyId,
        String agencyCode,
        String agencyName,
        String document,
        LocalDate documentDate,
        Instant effectiveAt,
        int aliasDays,
        UUID requestedById,
        String requestedBy,
        String acceptedBy,
        String approvedBy,
        Instant createdAt,
        Instant submittedAt,
        Instant appliedAt,
        Instant undoUntil,
        List<ReorganisationImpact.Problem> failures,
        int version) {}

package vn.lgsp.registry.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.registry.RightParty;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.PartyView;
import vn.lgsp.registry.boundary.Verdict;
import vn.lgsp.registry.boundary.Verdict.NearMiss;
import vn.lgsp.registry.boundary.Verdict.Obstacle;

/** Says why something may or may not be sent. Knows no database: what it is given is all there is. */
public final class Verdicts {
    private Verdicts() {}

    /**
     * What is asked.
     *
     * @param receiverId the application that would receive; null when there is none
     * @param dataType null where it is an operation
     */
    public record Question(
            UUID sourceId,
            UUID sourceAgencyId,
            UUID destinationAgencyId,
            UUID receiverId,
            String dataType,
            UUID operationId) {}

    /** A right that may matter; whether the group at an end has the agency in question among its members, or it only waits to join. */
    public record Candidate(AccessRightView right, boolean sourceInGroup, boolean destinationInGroup) {}

    /** Weighs the rights; {@code obstacles} are those that no right overcomes. */
    public static Verdict weigh(Question question, List<Obstacle> obstacles, List<Candidate> candidates, Instant now) {
        List<NearMiss> misses = new ArrayList<>();
        UUID allowing = null;
        for (Candidate candidate : candidates) {
            List<Obstacle> lacking = lacking(question, candidate, now);
            if (!lacking.isEmpty()) {
                misses.add(new NearMiss(candidate.right(), lacking));
            } else if (allowing == null || candidate.right().dailyQuota() == null) {
                allowing = candidate.right().id();
            }
        }
        List<Obstacle> all = new ArrayList<>(obstacles);
        if (allowing == null) {
            all.add(Obstacle.NO_RIGHT);
        }
        boolean allowed = all.isEmpty();
        return new Verdict(allowed, allowing, List.copyOf(all), List.copyOf(misses));
    }

    private static List<Obstacle> lacking(Question question, Candidate candidate, Instant now) {
        AccessRightView right = candidate.right();
        List<Obstacle> lacking = new ArrayList<>();
        state(right).ifPresent(lacking::add);
        if (right.validFrom().isAfter(now)) {
            lacking.add(Obstacle.NOT_YET_VALID);
        }
        if (right.validTo() != null && !right.validTo().isAfter(now)) {
            lacking.add(Obstacle.EXPIRED);
        }
        if (!Objects.equals(right.dataType(), question.dataType())
                || !Objects.equals(right.operationId(), question.operationId())) {
            lacking.add(Obstacle.OTHER_TYPE);
        }
        if (!covers(right.source(), question.sourceId(), question.sourceAgencyId(), candidate.sourceInGroup())) {
            lacking.add(other(right.source(), Obstacle.OTHER_SOURCE));
        }
        if (!covers(
                right.destination(),
                question.receiverId(),
                question.destinationAgencyId(),
                candidate.destinationInGroup())) {
            lacking.add(other(right.destination(), Obstacle.OTHER_DESTINATION));
        }
        if (right.dailyQuota() != null && right.usedToday() >= right.dailyQuota()) {
            lacking.add(Obstacle.QUOTA_USED_UP);
        }
        return lacking.stream().distinct().toList();
    }

    /** Of a group that does not have the agency, the agency waits to become a member: other groups' rights are no candidates. */
    private static Obstacle other(PartyView party, Obstacle otherwise) {
        return party.kind() == RightParty.Kind.GROUP ? Obstacle.JOINING_NOT_APPROVED : otherwise;
    }

    private static Optional<Obstacle> state(AccessRightView right) {
        return switch (right.state()) {
            case APPROVED -> Optional.empty();
            case REQUESTED -> Optional.of(Obstacle.NOT_APPROVED_YET);
            case REFUSED -> Optional.of(Obstacle.REFUSED);
            case WITHDRAWN -> Optional.of(Obstacle.WITHDRAWN);
        };
    }

    private static boolean covers(PartyView party, UUID applicationId, UUID agencyId, boolean inGroup) {
        return party.kind() == RightParty.Kind.GROUP
                ? inGroup
                : party.id().equals(party.kind() == RightParty.Kind.AGENCY ? agencyId : applicationId);
    }
}

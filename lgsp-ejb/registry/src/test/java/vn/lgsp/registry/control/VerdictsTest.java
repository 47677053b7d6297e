package vn.lgsp.registry.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.registry.AccessRightState;
import vn.lgsp.model.registry.RightParty.Kind;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.PartyView;
import vn.lgsp.registry.boundary.Verdict;
import vn.lgsp.registry.boundary.Verdict.Obstacle;

class VerdictsTest {
    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final UUID SOURCE = UUID.randomUUID();
    private static final UUID SOURCE_AGENCY = UUID.randomUUID();
    private static final UUID DESTINATION = UUID.randomUUID();
    private static final UUID RECEIVER = UUID.randomUUID();
    private static final UUID GROUP = UUID.randomUUID();
    private static final Verdicts.Question QUESTION =
            new Verdicts.Question(SOURCE, SOURCE_AGENCY, DESTINATION, RECEIVER, "file", null);

    private Kind sourceKind = Kind.AGENCY;
    private UUID source = SOURCE_AGENCY;
    private Kind destinationKind = Kind.AGENCY;
    private UUID destination = DESTINATION;
    private String type = "file";
    private AccessRightState state = AccessRightState.APPROVED;
    private Instant from = NOW.minusSeconds(60);
    private Instant to;
    private Integer quota;
    private int used;
    private boolean inGroups;

    private Verdicts.Candidate candidate() {
        AccessRightView right = new AccessRightView(
                UUID.randomUUID(),
                party(sourceKind, source),
                party(destinationKind, destination),
                type,
                null,
                null,
                null,
                from,
                to,
                quota,
                used,
                state,
                null,
                null,
                null,
                NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
        return new Verdicts.Candidate(right, inGroups, inGroups);
    }

    private static PartyView party(Kind kind, UUID id) {
        return new PartyView(kind, id, "ma", "tên", UUID.randomUUID(), "ma", "tên");
    }

    private List<Obstacle> lacking() {
        Verdict verdict = Verdicts.weigh(QUESTION, List.of(), List.of(candidate()), NOW);
        assertThat(verdict.allowed()).isEqualTo(verdict.nearMisses().isEmpty());
        return verdict.nearMisses().isEmpty()
                ? List.of()
                : verdict.nearMisses().get(0).obstacles();
    }

    @Test
    void a_right_of_the_agency_covers_its_application() {
        assertThat(lacking()).isEmpty();
    }

    @Test
    void a_right_of_another_application_does_not() {
        sourceKind = Kind.APPLICATION;
        source = SOURCE;
        assertThat(lacking()).isEmpty();
        source = UUID.randomUUID();
        assertThat(lacking()).containsExactly(Obstacle.OTHER_SOURCE);
    }

    @Test
    void a_right_to_an_application_counts_while_that_one_receives() {
        destinationKind = Kind.APPLICATION;
        destination = RECEIVER;
        assertThat(lacking()).isEmpty();
        destination = UUID.randomUUID();
        assertThat(lacking()).containsExactly(Obstacle.OTHER_DESTINATION);
    }

    @Test
    void a_group_stands_for_its_members() {
        sourceKind = Kind.GROUP;
        source = GROUP;
        destinationKind = Kind.GROUP;
        destination = GROUP;
        assertThat(lacking()).containsExactly(Obstacle.JOINING_NOT_APPROVED);
        inGroups = true;
        assertThat(lacking()).isEmpty();
    }

    @Test
    void each_state_but_approved_is_told() {
        state = AccessRightState.REQUESTED;
        assertThat(lacking()).containsExactly(Obstacle.NOT_APPROVED_YET);
        state = AccessRightState.REFUSED;
        assertThat(lacking()).containsExactly(Obstacle.REFUSED);
        state = AccessRightState.WITHDRAWN;
        assertThat(lacking()).containsExactly(Obstacle.WITHDRAWN);
    }

    @Test
    void time_counts_from_its_first_to_before_its_last_instant() {
        from = NOW;
        to = NOW.plusMillis(1);
        assertThat(lacking()).isEmpty();
        to = NOW;
        assertThat(lacking()).containsExactly(Obstacle.EXPIRED);
        from = NOW.plusMillis(1);
        to = null;
        assertThat(lacking()).containsExactly(Obstacle.NOT_YET_VALID);
    }

    @Test
    void a_quota_is_used_up_with_its_last_packet() {
        quota = 5;
        used = 4;
        assertThat(lacking()).isEmpty();
        used = 5;
        assertThat(lacking()).containsExactly(Obstacle.QUOTA_USED_UP);
    }

    @Test
    void all_that_a_right_lacks_is_told_at_once() {
        type = "edoc";
        state = AccessRightState.REQUESTED;
        to = NOW;
        assertThat(lacking()).containsExactly(Obstacle.NOT_APPROVED_YET, Obstacle.EXPIRED, Obstacle.OTHER_TYPE);
    }

    @Test
    void no_right_overcomes_what_stands_in_the_way_whatever_the_rights_are() {
        Verdict verdict = Verdicts.weigh(QUESTION, List.of(Obstacle.SOURCE_NOT_ACTIVE), List.of(candidate()), NOW);
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.rightId()).isNotNull();
        assertThat(verdict.obstacles()).containsExactly(Obstacle.SOURCE_NOT_ACTIVE);
        assertThat(Verdicts.weigh(QUESTION, List.of(), List.of(), NOW).obstacles())
                .containsExactly(Obstacle.NO_RIGHT);
    }

    @Test
    void a_right_without_a_quota_is_named_before_one_with() {
        quota = 5;
        Verdicts.Candidate bounded = candidate();
        quota = null;
        Verdicts.Candidate free = candidate();
        assertThat(Verdicts.weigh(QUESTION, List.of(), List.of(bounded, free), NOW)
                        .rightId())
                .isEqualTo(free.right().id());
    }
}

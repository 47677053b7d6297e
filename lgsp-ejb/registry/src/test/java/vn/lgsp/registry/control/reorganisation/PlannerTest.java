package vn.lgsp.registry.control.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationStep;

class PlannerTest {
    private static final Instant THEN = Instant.parse("2024-05-20T00:00:00Z");
    private static final Instant DAY = Instant.parse("2025-06-30T17:00:00Z");

    /** A province with a district of two communes and an office. */
    private final Village tree = new Village()
            .with("H23", "000.00.00.H23", null)
            .with("H23.31", "000.00.31.H23", "H23")
            .with("H23.31.21", "000.21.31.H23", "H23.31")
            .with("H23.31.22", "000.22.31.H23", "H23.31")
            .with("H23.12", "000.00.12.H23", "H23");

    private Plan plan(ReorganisationStep... steps) {
        return Planner.plan(tree, List.of(steps), DAY);
    }

    private static List<String> reasons(Plan plan) {
        return plan.problems().stream()
                .map(problem -> problem.step() + " " + problem.reason())
                .toList();
    }

    @Test
    void communes_become_one_and_the_district_goes() {
        Plan plan = plan(
                ReorganisationStep.mergeInto(
                        List.of("H23.31.21", "000.22.31.H23"), "H23.101", null, "Xã Mới", "Xã", "H23"),
                ReorganisationStep.dissolve(List.of("H23.31"), null));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.changes(tree))
                .extracting(change -> change.kind() + " "
                        + (change.before() == null ? "" : change.before().code()))
                .containsExactlyInAnyOrder("MERGED H23.31.21", "MERGED H23.31.22", "CREATED ", "DISSOLVED H23.31");
        assertThat(plan.changes(tree).stream().filter(change -> change.kind().equals("MERGED")))
                .allSatisfy(change -> assertThat(change.successors()).containsExactly("H23.101 Xã Mới"));
    }

    @Test
    void one_agency_may_be_divided_among_two_mergers_of_the_same_request() {
        Plan plan = plan(
                ReorganisationStep.mergeInto(List.of("H23.31.21", "H23.31.22"), "H23.101", null, "Xã A", "Xã", "H23"),
                ReorganisationStep.mergeInto(List.of("H23.31.22"), "H23.12"));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.changes(tree).stream()
                        .filter(change -> change.before() != null
                                && change.before().code().equals("H23.31.22")))
                .singleElement()
                .satisfies(change -> assertThat(change.successors()).hasSize(2));
    }

    @Test
    void steps_build_on_those_before_them() {
        Plan plan = plan(
                ReorganisationStep.issue("H24", "000.00.00.H24", "Thành phố Hải Phòng", "UBND thành phố", null),
                ReorganisationStep.issue("H24.90", null, "Sở mới", "Sở", "H24"),
                ReorganisationStep.reparent(List.of("H23.12"), "H24"),
                ReorganisationStep.rename("H23.12", "Sở Khoa học", "SKH"),
                ReorganisationStep.recode("H23.12", "H24.12", "000.00.12.H24"),
                ReorganisationStep.dissolve(List.of("H23.31.21", "H23.31.22"), null),
                ReorganisationStep.dissolve(List.of("H23.31"), null),
                ReorganisationStep.mergeInto(List.of("H23"), "H24"));
        assertThat(plan.problems()).isEmpty();
        List<Node> nodes = plan.nodes();
        assertThat(nodes.stream().filter(Node::isNew).map(node -> node.codeQd20))
                .containsExactly("H24", "H24.90");
    }

    @Test
    void whoever_goes_on_after_a_split_keeps_its_code() {
        Plan plan = plan(
                ReorganisationStep.split("H23.31.21", "H23.31.21", null, null, null, null),
                ReorganisationStep.split("H23.31.21", "H23.31.23", "000.23.31.H23", "Xã Tách", "Xã", "H23.31"));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.ending()).isEmpty();
        Plan gone = plan(
                ReorganisationStep.split("H23.31.21", "H23.31.23", "000.23.31.H23", "Xã Tách", "Xã", "H23.31"),
                ReorganisationStep.split("H23.31.21", "H23.31.24", "000.24.31.H23", "Xã Khác", "Xã", "H23.31"));
        assertThat(gone.ending()).singleElement().satisfies(node -> assertThat(node.successors)
                .hasSize(2));
    }

    @Test
    void everything_that_stands_against_it_is_said_at_once_and_by_step() {
        tree.taken("H23.77", "Chi cục đã đóng");
        Plan plan = plan(
                ReorganisationStep.issue("h23.1", null, "Tên", null, "H23"),
                ReorganisationStep.issue("H23.12", null, "Tên", null, "H23"),
                ReorganisationStep.issue("H23.77", null, "Tên", null, "H23"),
                ReorganisationStep.issue("H23.55", "H23.55", " ", null, "H23.404"),
                ReorganisationStep.rename("H23.404", "Tên", null),
                ReorganisationStep.reparent(List.of("H23"), "H23.31.21"),
                ReorganisationStep.dissolve(List.of("H23.31"), null),
                ReorganisationStep.rename("H23.31", "Tên", null),
                ReorganisationStep.mergeInto(List.of("H23.12"), "H23.12"));
        assertThat(reasons(plan))
                .containsExactly(
                        "1 code-characters",
                        "2 step-code-taken",
                        "3 step-code-taken",
                        "4 step-not-old-form",
                        "4 step-name",
                        "4 step-unknown",
                        "5 step-unknown",
                        "6 step-cycle",
                        "8 step-closed-before",
                        "9 step-into-itself",
                        "7 step-children-left");
        assertThat(plan.possible()).isFalse();
    }

    @Test
    void a_circle_over_several_steps_is_found() {
        Plan plan = plan(
                ReorganisationStep.reparent(List.of("H23.31"), "H23.12"),
                ReorganisationStep.reparent(List.of("H23.12"), "H23.31.21"));
        assertThat(reasons(plan)).containsExactly("2 step-cycle");
    }

    @Test
    void the_past_is_not_changed() {
        Plan plan =
                Planner.plan(tree, List.of(ReorganisationStep.rename("H23.12", "Sở", null)), THEN.minusSeconds(86_400));
        assertThat(reasons(plan)).containsExactly("1 step-before-present");
    }

    @Test
    void on_a_day_on_which_an_agency_changed_already_it_changes_right_after() {
        Plan plan =
                Planner.plan(tree, List.of(ReorganisationStep.rename("H23.12", "Sở", null)), THEN.minusSeconds(3_600));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.at()).isEqualTo(THEN.plusMillis(1));
        assertThat(plan(ReorganisationStep.rename("H23.12", "Sở", null)).at()).isEqualTo(DAY);
    }

    @Test
    void a_code_far_from_its_parent_is_only_a_warning() {
        Plan plan = plan(ReorganisationStep.issue("H24.1", null, "Tên", null, "H23"));
        assertThat(plan.problems()).extracting(Problem::error).containsExactly(false);
        assertThat(plan.possible()).isTrue();
    }

    @Test
    void a_code_given_up_in_the_same_request_is_not_used_any_more() {
        Plan plan = plan(
                ReorganisationStep.recode("H23.12", "H23.13", null), ReorganisationStep.rename("H23.12", "Sở", null));
        assertThat(reasons(plan)).containsExactly("2 step-closed-code");
        assertThat(reasons(plan(
                        ReorganisationStep.recode("H23.12", "H23.13", null),
                        ReorganisationStep.rename("H23.13", "Sở", null))))
                .isEmpty();
    }

    @Test
    void an_agency_of_a_reorganisation_that_was_undone_is_taken_up_again_with_its_code() {
        tree.undone("H23.99", "Xã đã hoàn tác");
        Plan plan = plan(ReorganisationStep.issue("H23.99", null, "Xã Lần Hai", "Xã", "H23"));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.changes(tree)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("REVIVED");
            assertThat(change.agencyId()).isNotNull();
        });
    }

    /** Agencies in memory. */
    private static final class Village implements Tree {
        private final Map<String, Found> codes = new HashMap<>();
        private final Map<UUID, Fact> facts = new HashMap<>();

        Village with(String code, String old, String parent) {
            UUID above = parent == null ? null : codes.get(parent).agency().id();
            enter(new Fact(
                    UUID.randomUUID(),
                    old,
                    code,
                    "Đơn vị " + code,
                    null,
                    null,
                    above,
                    Agency.State.ACTIVE,
                    THEN,
                    false));
            return this;
        }

        void taken(String code, String name) {
            enter(new Fact(UUID.randomUUID(), code, code, name, null, null, null, Agency.State.CLOSED, THEN, false));
        }

        void undone(String code, String name) {
            enter(new Fact(UUID.randomUUID(), code, code, name, null, null, null, Agency.State.CLOSED, THEN, true));
        }

        private void enter(Fact fact) {
            facts.put(fact.id(), fact);
            codes.put(fact.code(), new Found(fact, fact.state() != Agency.State.CLOSED));
            codes.put(fact.codeQd20(), new Found(fact, fact.state() != Agency.State.CLOSED));
        }

        @Override
        public Optional<Found> byCode(String code) {
            return Optional.ofNullable(codes.get(code));
        }

        @Override
        public Fact byId(UUID id) {
            return facts.get(id);
        }

        @Override
        public List<Fact> below(UUID id) {
            return new ArrayList<>(facts.values())
                    .stream()
                            .filter(fact -> id.equals(fact.parentId()) && fact.state() != Agency.State.CLOSED)
                            .toList();
        }
    }
}

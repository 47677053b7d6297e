package vn.lgsp.registry.control.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Inheritance;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationHeir.Subject;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationThing;

/** Who gets what where it is not the heir of the agency: kept with the request, checked against its plan, shown thing by thing. */
@ApplicationScoped
public class ChosenHeirs {
    /** How many things of a kind are shown at most. */
    static final int MOST_SHOWN = 500;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    @Any
    private Instance<Inheritance> inheritance;

    /** What the request names, in the order of subjects and ids. */
    public List<ReorganisationHeir> of(UUID request) {
        em.flush();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(
                        """
                        select subject, subject_id, heir from reorganisation_heir where reorganisation_id = :id
                        order by subject, subject_id
                        """,
                        Tuple.class)
                .setParameter("id", request)
                .getResultList();
        return rows.stream()
                .map(row -> new ReorganisationHeir(
                        Subject.valueOf(row.get(0, String.class)), row.get(1, UUID.class), row.get(2, String.class)))
                .toList();
    }

    /** Replaces what the request names. */
    public void keep(UUID request, List<ReorganisationHeir> heirs) {
        em.flush();
        em.createNativeQuery("delete from reorganisation_heir where reorganisation_id = :id")
                .setParameter("id", request)
                .executeUpdate();
        for (ReorganisationHeir heir : heirs) {
            em.createNativeQuery(
                            """
                            insert into reorganisation_heir (reorganisation_id, subject, subject_id, heir)
                            values (:id, :subject, :thing, :heir)
                            """)
                    .setParameter("id", request)
                    .setParameter("subject", heir.subject().name())
                    .setParameter("thing", heir.thing())
                    .setParameter("heir", heir.heir())
                    .executeUpdate();
        }
    }

    /** What stands against the heirs that are named: the code of nobody, or of an agency that ends as well. */
    List<Problem> against(Plan plan, Tree tree, List<ReorganisationHeir> heirs) {
        List<Problem> problems = new ArrayList<>();
        heirs.stream()
                .map(ReorganisationHeir::heir)
                .filter(code -> code != null)
                .distinct()
                .forEach(code -> {
                    Optional<Agencies> found = agency(plan, tree, code);
                    if (found.isEmpty()) {
                        problems.add(new Problem(0, true, "heir-unknown", List.of(code)));
                    } else if (found.get().ends()) {
                        problems.add(new Problem(
                                0, true, "heir-ends", List.of(code, found.get().name())));
                    }
                });
        long nothing = heirs.isEmpty() ? 0 : heirs.size() - stillThere(plan, heirs);
        if (nothing > 0) {
            problems.add(new Problem(0, false, "heir-nothing", List.of(Long.toString(nothing))));
        }
        return problems;
    }

    private long stillThere(Plan plan, List<ReorganisationHeir> heirs) {
        Set<UUID> ending = Carrying.ids(plan.ending());
        Map<Subject, Set<UUID>> left = new EnumMap<>(Subject.class);
        if (!ending.isEmpty()) {
            inheritance.forEach(things -> subject(things)
                    .ifPresent(subject -> left.put(
                            subject,
                            things.left(ending, Integer.MAX_VALUE).stream()
                                    .map(Inheritance.Left::id)
                                    .collect(Collectors.toSet()))));
        }
        return heirs.stream()
                .filter(heir -> left.getOrDefault(heir.subject(), Set.of()).contains(heir.thing()))
                .count();
    }

    /** An agency after the plan. */
    private record Agencies(String code, String name, boolean ends) {}

    private static Optional<Agencies> agency(Plan plan, Tree tree, String code) {
        Optional<Node> planned = plan.nodes().stream()
                .filter(node -> code.equals(node.code) || code.equals(node.codeQd20))
                .findFirst();
        if (planned.isPresent()) {
            return planned.map(ChosenHeirs::of);
        }
        return tree.byCode(code).map(Tree.Found::agency).map(fact -> plan.nodes().stream()
                .filter(node -> !node.isNew() && node.fact.id().equals(fact.id()))
                .findFirst()
                .map(ChosenHeirs::of)
                .orElseGet(() -> new Agencies(fact.codeQd20(), fact.name(), fact.state() == Agency.State.CLOSED)));
    }

    private static Agencies of(Node node) {
        return new Agencies(node.codeQd20, node.name, node.ends());
    }

    /** Thing by thing who gets it, by agency, subject and name; at most {@link #MOST_SHOWN} of a kind. */
    List<ReorganisationThing> things(Plan plan, Tree tree, List<ReorganisationHeir> heirs) {
        Map<UUID, Node> ending = plan.ending().stream().collect(Collectors.toMap(node -> node.fact.id(), node -> node));
        if (ending.isEmpty()) {
            return List.of();
        }
        Map<UUID, ReorganisationHeir> chosen = new HashMap<>();
        heirs.forEach(heir -> chosen.put(heir.thing(), heir));
        List<ReorganisationThing> things = new ArrayList<>();
        for (Inheritance kind : inheritance) {
            subject(kind).ifPresent(subject -> kind.left(ending.keySet(), MOST_SHOWN)
                    .forEach(left -> things.add(
                            thing(subject, left, ending.get(left.agencyId()), chosen.get(left.id()), plan, tree))));
        }
        things.sort(Comparator.comparing(ReorganisationThing::agencyCode)
                .thenComparing(ReorganisationThing::subject)
                .thenComparing(ReorganisationThing::label)
                .thenComparing(ReorganisationThing::id));
        return List.copyOf(things);
    }

    private static ReorganisationThing thing(
            Subject subject, Inheritance.Left left, Node agency, ReorganisationHeir chosen, Plan plan, Tree tree) {
        Optional<Agencies> heir = Optional.empty();
        if (chosen != null && chosen.heir() != null) {
            heir = agency(plan, tree, chosen.heir());
        } else if (chosen == null && subject != Subject.KEY) {
            heir = agency.heir().map(ChosenHeirs::of);
        }
        return new ReorganisationThing(
                subject,
                left.id(),
                left.label(),
                agency.codeQd20,
                agency.name,
                chosen != null,
                heir.map(Agencies::code).orElse(null),
                heir.map(Agencies::name).orElse(null));
    }

    private static Optional<Subject> subject(Inheritance things) {
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.name().equals(things.subject()))
                .findFirst();
    }
}

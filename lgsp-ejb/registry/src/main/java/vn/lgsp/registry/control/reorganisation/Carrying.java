package vn.lgsp.registry.control.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.model.registry.Inheritance;
import vn.lgsp.model.registry.Reorganisation;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationThing;
import vn.lgsp.registry.control.CodeBook;

/** Carries reorganisations out and undoes them, each in the transaction of whoever calls: all of it, or nothing (Điều 7.2). */
@ApplicationScoped
public class Carrying {
    /** How long an undo is offered. */
    public static final Duration UNDO = Duration.ofHours(24);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private CodeBook book;

    @Inject
    private Effects effects;

    @Inject
    private ChosenHeirs chosenHeirs;

    @Inject
    @Any
    private Instance<Inheritance> inheritance;

    /** What the steps would do now, when these things go to others than the rule says. */
    public ReorganisationImpact impact(
            List<ReorganisationStep> steps, List<ReorganisationHeir> heirs, Instant effective) {
        DatabaseTree tree = new DatabaseTree(em, book);
        Plan played = Planner.plan(tree, steps, effective);
        Plan plan = played.with(chosenHeirs.against(played, tree, heirs));
        Set<UUID> ending = ids(plan.ending());
        Map<String, Long> inherited = new TreeMap<>();
        inheritance.forEach(things -> inherited.put(things.subject(), ending.isEmpty() ? 0 : things.count(ending)));
        return plan.impact(tree, inherited);
    }

    /** What agencies that end would leave behind now, thing by thing. */
    public List<ReorganisationThing> things(
            List<ReorganisationStep> steps, List<ReorganisationHeir> heirs, Instant effective) {
        DatabaseTree tree = new DatabaseTree(em, book);
        return chosenHeirs.things(Planner.plan(tree, steps, effective), tree, heirs);
    }

    /**
     * Carries a request out.
     *
     * @return what stood against it, in which case nothing was changed; empty when it was done
     * @throws LgspException CODE_TAKEN when somebody else was issued one of the codes at the same instant; the transaction is lost
     */
    public List<ReorganisationImpact.Problem> carryOut(Reorganisation request, List<ReorganisationStep> steps) {
        Instant effective = request.effectiveAt();
        hold(ids(Planner.plan(new DatabaseTree(em, book), steps, effective).nodes()));
        // Planned anew over what nobody can change any more.
        em.clear();
        DatabaseTree tree = new DatabaseTree(em, book);
        Plan played = Planner.plan(tree, steps, effective);
        Plan plan = played.with(chosenHeirs.against(played, tree, chosenHeirs.of(request.id())));
        if (!plan.possible()) {
            return plan.problems().stream()
                    .filter(ReorganisationImpact.Problem::error)
                    .toList();
        }
        effects.before(request.id(), ids(plan.nodes()));
        try {
            Map<Node, UUID> born = enter(plan, request);
            close(plan, request, born);
            em.flush();
        } catch (PersistenceException taken) {
            throw new LgspException(ErrorCode.CODE_TAKEN, request.number(), "–");
        }
        em.clear();
        return List.of();
    }

    /** Hands on what the agencies that ended leave behind; after {@link #carryOut}. */
    public void inherit(Reorganisation request) {
        Map<UUID, UUID> heirs = new HashMap<>();
        for (Object row : em.createNativeQuery(
                        """
                        select c.agency_id, n.agency_id from code_successor s
                        join identifier_code c on c.id = s.code_id
                        join identifier_code n on n.id = s.successor_id
                        join agency a on a.id = c.agency_id and a.change_id = :change and a.state = 'CLOSED'
                        where s.change_id = :change
                        order by n.code_qd20 desc
                        """)
                .setParameter("change", request.id())
                .getResultList()) {
            heirs.put((UUID) ((Object[]) row)[0], (UUID) ((Object[]) row)[1]);
        }
        @SuppressWarnings("unchecked")
        List<UUID> ending = em.createNativeQuery(
                        "select id from agency where change_id = :change and state = 'CLOSED'", UUID.class)
                .setParameter("change", request.id())
                .getResultList();
        inheritance.forEach(things -> things.carryOver(request.id(), heirs, new HashSet<>(ending)));
        effects.after(request.id());
    }

    private Map<Node, UUID> enter(Plan plan, Reorganisation request) {
        Instant now = Instant.now();
        Map<Node, UUID> born = new HashMap<>();
        for (Node node : plan.nodes()) {
            UUID parent =
                    node.parent != null && born.containsKey(node.parent) ? born.get(node.parent) : node.parentId();
            AgencyCode code = AgencyCode.parse(node.code).orElseThrow();
            AgencyCode codeQd20 = AgencyCode.parse(node.codeQd20).orElseThrow();
            if (node.isNew()) {
                boolean sample = sample(request);
                Agency agency = new Agency(code, codeQd20, node.name, node.kind, parent, sample, plan.at(), now);
                agency.named(node.name, node.shortName);
                agency.from(plan.at(), request.id());
                em.persist(agency);
                // Each at once: what stands below refers to it, and its code is written by the database.
                em.flush();
                document(agency.id(), request);
                born.put(node, agency.id());
                continue;
            }
            Agency agency = em.find(Agency.class, node.fact.id());
            agency.from(plan.at(), request.id());
            if (node.ends()) {
                continue;
            }
            agency.named(node.name, node.shortName);
            agency.parent(parent);
            if (node.revived) {
                agency.kind(node.kind);
                agency.revive();
                codeOf(agency.id(), node.codeQd20).reopen();
            }
            if (node.recoded) {
                IdentifierCode old = codeInUse(agency.id());
                old.close(plan.at(), request.id(), null);
                em.flush();
                IdentifierCode next = new IdentifierCode(
                        agency.id(),
                        node.code.equals(node.codeQd20) ? null : code,
                        codeQd20,
                        plan.at(),
                        request.id(),
                        null,
                        now);
                next.documented(request.document(), request.documentDate());
                em.persist(next);
                em.flush();
                succeed(old.id(), next.id(), request.id());
                agency.coded(code, codeQd20);
            }
        }
        em.flush();
        return born;
    }

    private void document(UUID agencyId, Reorganisation request) {
        IdentifierCode code = codeInUse(agencyId);
        code.documented(request.document(), request.documentDate());
    }

    /** New agencies are samples where the agency that asks is one. */
    private boolean sample(Reorganisation request) {
        return em.find(Agency.class, request.agencyId()).sample();
    }

    private void close(Plan plan, Reorganisation request, Map<Node, UUID> born) {
        for (Node node : plan.nodes()) {
            if (node.successors.isEmpty() && !node.ends()) {
                continue;
            }
            IdentifierCode code = codeInUse(node.fact.id());
            if (node.ends()) {
                em.find(Agency.class, node.fact.id()).end(node.ending);
                code.close(plan.at(), request.id(), null);
                em.flush();
            }
            for (Node successor : node.successors) {
                UUID heir = successor.isNew() ? born.get(successor) : successor.fact.id();
                succeed(code.id(), codeInUse(heir).id(), request.id());
            }
        }
    }

    private void succeed(UUID code, UUID successor, UUID change) {
        em.createNativeQuery(
                        """
                        insert into code_successor (code_id, successor_id, change_id) values (:code, :successor, :change)
                        on conflict do nothing
                        """)
                .setParameter("code", code)
                .setParameter("successor", successor)
                .setParameter("change", change)
                .executeUpdate();
    }

    private IdentifierCode codeInUse(UUID agencyId) {
        return em.createQuery(
                        "select c from IdentifierCode c where c.agencyId = :agency and c.state <> :closed",
                        IdentifierCode.class)
                .setParameter("agency", agencyId)
                .setParameter("closed", IdentifierCode.State.CLOSED)
                .getSingleResult();
    }

    private IdentifierCode codeOf(UUID agencyId, String codeQd20) {
        return em.createQuery(
                        "select c from IdentifierCode c where c.agencyId = :agency and c.codeQd20 = :code",
                        IdentifierCode.class)
                .setParameter("agency", agencyId)
                .setParameter("code", codeQd20)
                .getSingleResult();
    }

    /**
     * Undoes what was carried out.
     *
     * @throws LgspException REORGANISATION_BUILT_ON naming what stands against it; REORGANISATION_UNDO_LATE
     */
    public void undo(Reorganisation request, Instant now) {
        if (now.isAfter(request.appliedAt().plus(UNDO))) {
            throw new LgspException(ErrorCode.REORGANISATION_UNDO_LATE, request.number());
        }
        List<UUID> touched = effects.agencies(request.id());
        hold(touched);
        List<String> later = effects.later(request.id());
        if (!later.isEmpty()) {
            throw new LgspException(ErrorCode.REORGANISATION_BUILT_ON, request.number(), String.join(", ", later));
        }
        Set<UUID> born = new HashSet<>(effects.bornOrRecoded(request.id()));
        if (!born.isEmpty()) {
            List<String> built = inheritance.stream()
                    .map(things -> new Built(things.subject(), things.builtOn(born, request.appliedAt())))
                    .filter(found -> found.count() > 0)
                    .map(found -> found.subject() + " (" + found.count() + ")")
                    .sorted()
                    .toList();
            if (!built.isEmpty()) {
                throw new LgspException(ErrorCode.REORGANISATION_BUILT_ON, request.number(), String.join(", ", built));
            }
        }
        em.flush();
        inheritance.forEach(things -> things.takeBack(request.id()));
        effects.restore(request.id(), now);
        em.clear();
    }

    private record Built(String subject, long count) {}

    /** Locks agencies in the order of their ids, so that two reorganisations never wait for each other. */
    private void hold(Collection<UUID> agencies) {
        agencies.stream()
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(id -> em.find(Agency.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    static Set<UUID> ids(Collection<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> node.isNew() ? Stream.empty() : Stream.of(node.fact.id()))
                .collect(Collectors.toSet());
    }
}

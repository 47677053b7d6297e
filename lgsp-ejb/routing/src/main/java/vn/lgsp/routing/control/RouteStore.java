package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.route.RouteVersion;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteVersionView;

/** Keeps the versions of the rules. */
@ApplicationScoped
public class RouteStore {
    /** Writers of drafts, one after the other: advisory lock of the transaction. */
    private static final long WRITERS = 0x6c677370726fL;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    public RouteVersion find(int number) {
        return Optional.ofNullable(em.find(RouteVersion.class, number))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** The version in this state, of which there is one at most. */
    public Optional<RouteVersion> in(RouteVersion.State state) {
        return em.createQuery("select v from RouteVersion v where v.state = :state", RouteVersion.class)
                .setParameter("state", state)
                .getResultStream()
                .findFirst();
    }

    public List<RouteVersionView> versions(Integer before, int limit) {
        return em.createQuery(
                        "select v from RouteVersion v where :before is null or v.number < :before order by v.number desc",
                        RouteVersion.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    /** Writes the draft, or begins one; EDIT_CONFLICT when it is not the revision that was seen. */
    public RouteVersion write(List<RouteRule> rules, String note, Staff staff, Integer seen) {
        em.createNativeQuery("select pg_advisory_xact_lock(:writers)")
                .setParameter("writers", WRITERS)
                .getResultList();
        String json = RouteJson.write(rules);
        Optional<RouteVersion> draft = in(RouteVersion.State.DRAFT);
        if (draft.isEmpty()) {
            Integer last = em.createQuery("select max(v.number) from RouteVersion v", Integer.class)
                    .getSingleResult();
            RouteVersion fresh = new RouteVersion(last == null ? 1 : last + 1, json, note, staff, Journal.now());
            em.persist(fresh);
            em.flush();
            return fresh;
        }
        RouteVersion kept = draft.get();
        em.refresh(kept, LockModeType.PESSIMISTIC_WRITE);
        if (seen == null || seen != kept.revision()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        kept.edit(json, note, staff, Journal.now());
        em.flush();
        return kept;
    }

    public RouteVersionView view(RouteVersion version) {
        return new RouteVersionView(
                version.number(),
                version.state(),
                RouteJson.read(version.rules()),
                version.note(),
                version.editedBy(),
                version.editedName(),
                version.editedAt(),
                version.publishedName(),
                version.publishedAt(),
                version.revision());
    }
}

package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.policy.ExchangePolicy;
import vn.lgsp.model.policy.PolicyState;
import vn.lgsp.routing.boundary.PolicyView;

/** Finds policies, and which of them is for which data type. */
@ApplicationScoped
public class PolicyShelf {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private PolicyPeople people;

    /** @throws LgspException NOT_FOUND */
    public ExchangePolicy find(UUID id) {
        return found(id == null ? null : em.find(ExchangePolicy.class, id));
    }

    /**
     * Locks a version until the transaction ends.
     *
     * @throws LgspException NOT_FOUND; VERSION_OUTDATED when it was changed since
     */
    public ExchangePolicy lock(UUID id, int seen) {
        ExchangePolicy policy =
                found(id == null ? null : em.find(ExchangePolicy.class, id, LockModeType.PESSIMISTIC_WRITE));
        if (policy.version() != seen) {
            throw new LgspException(ErrorCode.VERSION_OUTDATED);
        }
        return policy;
    }

    private static ExchangePolicy found(ExchangePolicy policy) {
        if (policy == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return policy;
    }

    /** The version of a code that counts. */
    public Optional<ExchangePolicy> published(String code) {
        return em.createQuery(
                        "select p from ExchangePolicy p where p.code = :code and p.state = :published",
                        ExchangePolicy.class)
                .setParameter("code", code)
                .setParameter("published", PolicyState.PUBLISHED)
                .getResultStream()
                .findFirst();
    }

    /** What counts for packets of a data type whose source chooses none. */
    public Optional<ExchangePolicy> assigned(String dataType) {
        List<?> codes = em.createNativeQuery(
                        "select policy_code from data_type_policy where data_type = :type", String.class)
                .setParameter("type", dataType)
                .getResultList();
        return codes.isEmpty() ? Optional.empty() : published((String) codes.get(0));
    }

    /** The versions of a code, newest first. */
    public List<ExchangePolicy> versions(String code) {
        return em.createQuery(
                        "select p from ExchangePolicy p where p.code = :code order by p.policyVersion desc",
                        ExchangePolicy.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** All versions by code, newest first; only what counts, where nothing else is wanted. */
    public List<ExchangePolicy> all(boolean publishedOnly) {
        TypedQuery<ExchangePolicy> query = em.createQuery(
                "select p from ExchangePolicy p where p.state in :states order by p.code, p.policyVersion desc",
                ExchangePolicy.class);
        return query.setParameter(
                        "states", publishedOnly ? List.of(PolicyState.PUBLISHED) : List.of(PolicyState.values()))
                .getResultList();
    }

    /** Which policy is for which data type: codes by codes. */
    public Map<String, String> assignments() {
        List<?> rows = em.createNativeQuery("select data_type, policy_code from data_type_policy order by data_type")
                .getResultList();
        Map<String, String> found = new HashMap<>();
        for (Object row : rows) {
            found.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
        }
        return found;
    }

    /** Says which policy is for a data type; null for the platform's own. */
    public void assign(String dataType, String code, UUID by) {
        if (code == null) {
            em.createNativeQuery("delete from data_type_policy where data_type = :type")
                    .setParameter("type", dataType)
                    .executeUpdate();
            return;
        }
        em.createNativeQuery(
                        """
                        insert into data_type_policy (data_type, policy_code, assigned_by, assigned_at) values (:type, :code, :by, :at)
                        on conflict (data_type) do update
                            set policy_code = excluded.policy_code, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
                        """)
                .setParameter("type", dataType)
                .setParameter("code", code)
                .setParameter("by", by)
                .setParameter("at", Instant.now())
                .executeUpdate();
    }

    /** Policies as people see them. */
    public List<PolicyView> views(List<ExchangePolicy> policies) {
        Map<String, String> assignments = assignments();
        Map<UUID, String> names = people.names(policies);
        return policies.stream().map(policy -> view(policy, assignments, names)).toList();
    }

    private static PolicyView view(ExchangePolicy policy, Map<String, String> assignments, Map<UUID, String> names) {
        List<String> types = policy.state() != PolicyState.PUBLISHED
                ? List.of()
                : assignments.entrySet().stream()
                        .filter(one -> one.getValue().equals(policy.code()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        return new PolicyView(
                policy.id(),
                policy.code(),
                policy.policyVersion(),
                policy.nameVi(),
                policy.nameEn(),
                policy.state(),
                policy.terms(),
                types,
                names.get(policy.createdBy()),
                names.get(policy.changedBy()),
                policy.publishedBy() == null ? null : names.get(policy.publishedBy()),
                policy.createdAt(),
                policy.changedAt(),
                policy.publishedAt(),
                policy.retiredAt(),
                policy.version());
    }
}

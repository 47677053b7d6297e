package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.policy.ExchangePolicy;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.VersionHead;
import vn.lgsp.registry.boundary.VersionSteps;
import vn.lgsp.routing.boundary.PolicyView;

/** Finds policies, and which of them is for which data type. */
@ApplicationScoped
public class PolicyShelf {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private VersionSteps steps;

    /** The version of a code that counts. */
    public Optional<ExchangePolicy> published(String code) {
        return steps.in(ExchangePolicy.class, code, VersionState.PUBLISHED);
    }

    /** What counts for packets of a data type whose source chooses none. */
    public Optional<ExchangePolicy> assigned(String dataType) {
        List<?> codes = em.createNativeQuery(
                        "select policy_code from data_type_policy where data_type = :type", String.class)
                .setParameter("type", dataType)
                .getResultList();
        return codes.isEmpty() ? Optional.empty() : published((String) codes.get(0));
    }

    /** All versions by code, newest first; only what counts, where nothing else is wanted. */
    public List<ExchangePolicy> all(boolean publishedOnly) {
        TypedQuery<ExchangePolicy> query = em.createQuery(
                "select p from ExchangePolicy p where p.state in :states order by p.subject, p.number desc",
                ExchangePolicy.class);
        return query.setParameter(
                        "states", publishedOnly ? List.of(VersionState.PUBLISHED) : List.of(VersionState.values()))
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
        return policies.stream().map(policy -> view(policy, assignments)).toList();
    }

    private static PolicyView view(ExchangePolicy policy, Map<String, String> assignments) {
        List<String> types = policy.state() != VersionState.PUBLISHED
                ? List.of()
                : assignments.entrySet().stream()
                        .filter(one -> one.getValue().equals(policy.subject()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        return new PolicyView(
                policy.id(),
                policy.subject(),
                VersionHead.of(policy),
                policy.nameVi(),
                policy.nameEn(),
                policy.terms(),
                types,
                policy.createdName(),
                policy.createdAt(),
                policy.retiredAt());
    }
}

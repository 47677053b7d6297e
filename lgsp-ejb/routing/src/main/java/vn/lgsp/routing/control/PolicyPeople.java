package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.model.policy.ExchangePolicy;

/** The names of those who drafted, changed and published policies. */
@ApplicationScoped
public class PolicyPeople {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    Map<UUID, String> names(List<ExchangePolicy> policies) {
        Set<UUID> accounts = policies.stream()
                .flatMap(policy -> Stream.of(policy.createdBy(), policy.changedBy(), policy.publishedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> found = new HashMap<>();
        if (!accounts.isEmpty()) {
            List<?> rows = em.createNativeQuery("select id, full_name from account where id in (:ids)")
                    .setParameter("ids", accounts)
                    .getResultList();
            rows.forEach(row -> found.put((UUID) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
        }
        return found;
    }
}

package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.model.registry.ServiceOperation;
import vn.lgsp.registry.boundary.ServiceView;

/** Tells services with their operations. */
@ApplicationScoped
public class ServiceStore {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Services with all their operations, those withdrawn too, in the order given. */
    public List<ServiceView> views(List<ExchangeService> services) {
        if (services.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<ServiceView.Operation>> operations = em.createQuery(
                        "select o from ServiceOperation o where o.serviceId in :ids order by o.code",
                        ServiceOperation.class)
                .setParameter("ids", services.stream().map(ExchangeService::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        ServiceOperation::serviceId,
                        Collectors.mapping(
                                one -> new ServiceView.Operation(one.id(), one.code(), one.name(), one.withdrawn()),
                                Collectors.toList())));
        return services.stream()
                .map(service -> new ServiceView(
                        service.id(),
                        service.code(),
                        service.name(),
                        service.applicationId(),
                        em.find(Application.class, service.applicationId()).code(),
                        service.address(),
                        service.description(),
                        service.state(),
                        service.version(),
                        operations.getOrDefault(service.id(), List.of())))
                .toList();
    }

    /** Whether a service has this code. */
    public boolean taken(String code) {
        return !em.createQuery("select 1 from ExchangeService s where s.code = :code", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }
}

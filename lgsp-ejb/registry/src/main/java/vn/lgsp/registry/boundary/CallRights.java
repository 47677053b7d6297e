package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.registry.control.Quotas;
import vn.lgsp.registry.control.RightConditions;

/**
 * Who may call which operation of which service (quyền truy xuất vào dịch vụ đích, Điều 10.2). Like {@link AccessRights}: what is not granted
 * is denied, and nothing is kept at hand, so what was withdrawn or suspended ends with the next question on every node.
 */
@Stateless
public class CallRights {
    /** What a service is named by where no address was registered, before its code. */
    public static final String URN = "urn:lgsp:service:";

    private static final int LONGEST_RESOURCE = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Quotas quotas;

    /** An operation that may be called; {@code quota} is null for any number. */
    private record Callable(String code, UUID rightId, Integer quota) {}

    /**
     * The service that a client means.
     *
     * @param resource its registered address exactly as it stands there, or {@link #URN} and its code
     * @return empty for one that does not exist or was closed, and for an address that several services share
     */
    public Optional<CallTarget> target(String resource) {
        if (resource == null || resource.isBlank() || resource.length() > LONGEST_RESOURCE) {
            return Optional.empty();
        }
        String code = resource.startsWith(URN) ? resource.substring(URN.length()) : "";
        List<ExchangeService> found = em.createQuery(
                        """
                        select s from ExchangeService s
                        where s.state = :active and (s.address = :resource or s.code = :code)
                        """,
                        ExchangeService.class)
                .setParameter("active", ExchangeService.State.ACTIVE)
                .setParameter("resource", resource)
                .setParameter("code", code)
                .setMaxResults(2)
                .getResultList();
        return found.size() == 1 ? target(found.get(0)) : Optional.empty();
    }

    /** The service of this id; empty when it does not exist or was closed. */
    public Optional<CallTarget> target(UUID serviceId) {
        return Optional.ofNullable(em.find(ExchangeService.class, serviceId))
                .filter(service -> service.state() == ExchangeService.State.ACTIVE)
                .flatMap(this::target);
    }

    private Optional<CallTarget> target(ExchangeService service) {
        UUID agency = em.createQuery("select a.agencyId from Application a where a.id = :id", UUID.class)
                .setParameter("id", service.applicationId())
                .getSingleResult();
        return Optional.of(new CallTarget(
                service.id(),
                service.code(),
                service.applicationId(),
                agency,
                service.address(),
                em.createQuery(
                                "select o.code from ServiceOperation o where o.serviceId = :service order by o.code",
                                String.class)
                        .setParameter("service", service.id())
                        .getResultList()));
    }

    /**
     * The operations that an application may call at this moment, whatever is left of quotas.
     *
     * @return their codes in order; empty when there are none, and when the source, the destination or one of their agencies is not active or
     *     they are of different environments
     */
    public Set<String> callable(UUID sourceApplicationId, CallTarget target) {
        Set<String> codes = new TreeSet<>();
        inForce(sourceApplicationId, target).forEach(one -> codes.add(one.code()));
        return codes;
    }

    /**
     * Takes one call of today's for each of these operations, where only rights with a quota allow it.
     *
     * @throws LgspException NO_CALL_RIGHT where there is no right; QUOTA_USED_UP
     */
    public void take(UUID sourceApplicationId, CallTarget target, Collection<String> operations) {
        Map<String, Callable> refused = new LinkedHashMap<>();
        Set<String> granted = new TreeSet<>();
        for (Callable one : inForce(sourceApplicationId, target)) {
            if (!operations.contains(one.code()) || granted.contains(one.code())) {
                continue;
            }
            if (one.quota() == null || quotas.take(one.rightId(), one.quota())) {
                granted.add(one.code());
            } else {
                refused.put(one.code(), one);
            }
        }
        for (String operation : operations) {
            if (!granted.contains(operation)) {
                Callable last = refused.get(operation);
                throw last == null
                        ? new LgspException(ErrorCode.NO_CALL_RIGHT)
                        : new LgspException(
                                ErrorCode.QUOTA_USED_UP,
                                last.rightId(),
                                last.quota(),
                                DAY.format(Quotas.today().plusDays(1)));
            }
        }
    }

    /** Rights without a quota first, then the largest quota. */
    private List<Callable> inForce(UUID source, CallTarget target) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        """
                        select o.code, r.id, r.daily_quota
                        from service s
                            join application p on p.id = s.application_id and p.state = 'ACTIVE'
                            join agency pa on pa.id = p.agency_id and pa.state = 'ACTIVE'
                            join application c on c.id = :source and c.state = 'ACTIVE' and c.environment = p.environment
                                and c.sends
                            join agency ca on ca.id = c.agency_id and ca.state = 'ACTIVE'
                            join service_operation o on o.service_id = s.id
                            join access_right r on r.operation_id = o.id and r.state = 'APPROVED'
                        """
                                + RightConditions.IN_FORCE
                                + """
                        where s.id = :service and s.state = 'ACTIVE'
                        order by o.code, r.daily_quota desc nulls first, r.id
                        """)
                .setParameter("source", source)
                .setParameter("service", target.serviceId())
                .setParameter("destination", target.agencyId())
                .setParameter("receiver", target.applicationId())
                .setParameter("now", Instant.now())
                .getResultList();
        return rows.stream()
                .map(row -> new Callable(
                        (String) row[0], (UUID) row[1], row[2] == null ? null : ((Number) row[2]).intValue()))
                .toList();
    }
}

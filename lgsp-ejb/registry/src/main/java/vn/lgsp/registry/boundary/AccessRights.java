package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.model.registry.ServiceOperation;
import vn.lgsp.registry.boundary.Verdict.Obstacle;
import vn.lgsp.registry.control.ApplicationStore;
import vn.lgsp.registry.control.Quotas;
import vn.lgsp.registry.control.RightConditions;
import vn.lgsp.registry.control.RightStore;
import vn.lgsp.registry.control.Verdicts;

/**
 * Who may send what to whom (quyền truy xuất, Điều 7.1a, 10.2). What is not granted is denied. Rights are read from the database at each
 * request and nowhere kept: what was withdrawn ends with the next request on every node.
 */
@Stateless
public class AccessRights {
    private static final int MOST_CANDIDATES = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @EJB
    private Directory directory;

    @Inject
    private RightStore rights;

    @Inject
    private ApplicationStore applications;

    @Inject
    private Quotas quotas;

    /** A right in force; {@code quota} is null for any number. */
    private record InForce(UUID id, Integer quota) {}

    /**
     * Says whether a right in force lets this application send this type of data to this agency, and takes one packet of the quota where
     * only rights with one do. One query where no quota is involved. Belongs into the transaction that grants the packet.
     *
     * @param receiverId the application that will receive; null when there is none, rights to an application do not count then
     * @throws LgspException SOURCE_CANNOT_SEND when the application is not registered to send this; QUOTA_USED_UP
     */
    public boolean maySend(UUID sourceApplicationId, UUID destinationAgencyId, UUID receiverId, String dataType) {
        return maySend(sourceApplicationId, destinationAgencyId, receiverId, dataType, 1);
    }

    /** The same for several packets of one kind: they count under one right, and all of them have to have room there. */
    public boolean maySend(
            UUID sourceApplicationId, UUID destinationAgencyId, UUID receiverId, String dataType, int packets) {
        List<InForce> found = inForce(sourceApplicationId, destinationAgencyId, receiverId, dataType);
        if (found.isEmpty()) {
            return false;
        }
        for (InForce right : found) {
            if (right.quota() == null || quotas.take(right.id(), right.quota(), packets)) {
                return true;
            }
        }
        InForce last = found.get(found.size() - 1);
        throw new LgspException(
                ErrorCode.QUOTA_USED_UP,
                last.id(),
                last.quota(),
                DAY.format(Quotas.today().plusDays(1)));
    }

    /**
     * Says whether a packet that this application was let send may go on to another receiver than at first. Counts nothing: the packet was
     * counted when it was granted.
     *
     * @param receiverId the application that takes it now
     */
    public boolean mayGoOn(UUID sourceApplicationId, UUID destinationAgencyId, UUID receiverId, String dataType) {
        return !rows(sourceApplicationId, destinationAgencyId, receiverId, dataType)
                .isEmpty();
    }

    /** Rights without a quota first, then the largest quota; refuses a source that may send nothing of the kind. */
    private List<InForce> inForce(UUID source, UUID destination, UUID receiver, String dataType) {
        List<Object[]> rows = rows(source, destination, receiver, dataType);
        if (!rows.isEmpty() && !(Boolean) rows.get(0)[3]) {
            throw new LgspException(ErrorCode.SOURCE_CANNOT_SEND, rows.get(0)[2], dataType);
        }
        return rows.stream()
                .map(row -> new InForce((UUID) row[0], row[1] == null ? null : ((Number) row[1]).intValue()))
                .toList();
    }

    private List<Object[]> rows(UUID source, UUID destination, UUID receiver, String dataType) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        """
                        select r.id, r.daily_quota, s.code, s.sends and (
                            not exists (select from application_data_type d where d.application_id = s.id and d.direction = 'SEND')
                            or exists (select from application_data_type d
                                where d.application_id = s.id and d.direction = 'SEND' and d.data_type = :type))
                        from application s left join access_right r on r.state = 'APPROVED' and r.data_type = :type
                        """
                                + RightConditions.IN_FORCE
                                + """
                        where s.id = :source
                        order by r.daily_quota desc nulls first, r.id
                        """)
                .setParameter("type", dataType)
                .setParameter("now", Instant.now())
                .setParameter("source", source)
                .setParameter("destination", destination)
                .setParameter("receiver", receiver == null ? new UUID(0, 0) : receiver)
                .setMaxResults(MOST_CANDIDATES)
                .getResultList();
        return rows.stream().filter(row -> row[0] != null).toList();
    }

    /**
     * Says why an application may or may not send a type of data to an agency, or call an operation there.
     *
     * @param dataType null where it is an operation
     * @param operationId null where it is a type of data
     * @throws LgspException NOT_FOUND where the person reads the rights of neither end
     */
    public Verdict explain(Staff staff, UUID sourceId, UUID destinationAgencyId, String dataType, UUID operationId) {
        scope.require(staff, Right.ACCESS_READ);
        Application source = sourceId == null ? null : em.find(Application.class, sourceId);
        boolean known = source != null
                && destinationAgencyId != null
                && (scope.reaches(staff, Right.ACCESS_READ, source.agencyId())
                        || scope.reaches(staff, Right.ACCESS_READ, destinationAgencyId));
        if (!known) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return explain(source, destinationAgencyId, dataType, operationId);
    }

    /**
     * The same for an application about itself.
     *
     * @throws LgspException KEY_SCOPE_MISSING for a key that is not for sending, or where an operation is meant not for calling services
     */
    public Verdict explain(Caller caller, UUID destinationAgencyId, String dataType, UUID operationId) {
        caller.require(operationId == null ? KeyScope.SEND : KeyScope.ACCESS);
        return explain(em.find(Application.class, caller.applicationId()), destinationAgencyId, dataType, operationId);
    }

    private Verdict explain(Application source, UUID destinationId, String dataType, UUID operationId) {
        Agency destination = destinationId == null ? null : em.find(Agency.class, destinationId);
        boolean unknown = destination == null
                || (dataType == null) == (operationId == null)
                || dataType != null && directory.dataType(dataType).isEmpty();
        if (unknown) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        List<Obstacle> obstacles = new ArrayList<>();
        source(source, dataType, obstacles);
        if (destination.state() != Agency.State.ACTIVE) {
            obstacles.add(Obstacle.DESTINATION_NOT_ACTIVE);
        }
        UUID receiver = operationId == null
                ? directory
                        .receiver(destinationId, source.environment(), dataType)
                        .map(ApplicationView::id)
                        .orElse(null)
                : provider(operationId, destinationId, obstacles);
        if (receiver == null) {
            obstacles.add(Obstacle.NO_RECEIVER);
        }
        Verdicts.Question question =
                new Verdicts.Question(source.id(), source.agencyId(), destinationId, receiver, dataType, operationId);
        return Verdicts.weigh(
                question, obstacles, rights.between(source.agencyId(), destinationId, MOST_CANDIDATES), Instant.now());
    }

    private void source(Application source, String dataType, List<Obstacle> obstacles) {
        if (source.state() != Application.State.ACTIVE) {
            obstacles.add(Obstacle.SOURCE_NOT_ACTIVE);
        }
        if (em.find(Agency.class, source.agencyId()).state() != Agency.State.ACTIVE) {
            obstacles.add(Obstacle.SOURCE_AGENCY_NOT_ACTIVE);
        }
        if (!source.sends()) {
            obstacles.add(Obstacle.SOURCE_DOES_NOT_SEND);
        }
        var listed = applications.types(source.id(), "SEND");
        if (dataType != null && !listed.isEmpty() && !listed.contains(dataType)) {
            obstacles.add(Obstacle.SOURCE_TYPE_NOT_LISTED);
        }
    }

    /** The application that offers the operation; null when it is not the destination's, or does not work. */
    private UUID provider(UUID operationId, UUID destinationId, List<Obstacle> obstacles) {
        ServiceOperation operation = em.find(ServiceOperation.class, operationId);
        if (operation == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        ExchangeService service = em.find(ExchangeService.class, operation.serviceId());
        if (service.state() == ExchangeService.State.CLOSED) {
            obstacles.add(Obstacle.SERVICE_CLOSED);
        } else if (operation.withdrawn()) {
            obstacles.add(Obstacle.OPERATION_WITHDRAWN);
        }
        Application provider = em.find(Application.class, service.applicationId());
        return provider.agencyId().equals(destinationId) && provider.state() == Application.State.ACTIVE
                ? provider.id()
                : null;
    }
}

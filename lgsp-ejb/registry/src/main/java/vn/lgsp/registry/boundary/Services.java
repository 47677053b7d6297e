package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ApplicationEvent;
import vn.lgsp.model.registry.ApplicationEvent.Act;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.model.registry.ServiceOperation;
import vn.lgsp.registry.control.ApplicationStore;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.ServiceStore;

/** What applications offer to others: services and their operations (Điều 10). */
@Stateless
public class Services {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,59}");
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int MOST_OPERATIONS = 50;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private ApplicationStore store;

    @Inject
    private ServiceStore told;

    /**
     * Lists services that the person may see in the order of their codes.
     *
     * @param applicationId null for all
     * @param after the id of the last service of the page before; null for the beginning
     */
    public List<ServiceView> list(Staff staff, UUID applicationId, UUID after, int limit) {
        scope.require(staff, Right.APPLICATIONS_READ);
        Scope.Agencies reach = scope.of(staff, Right.APPLICATIONS_READ);
        return told.views(em.createQuery(
                        """
                        select s from ExchangeService s join Application a on a.id = s.applicationId
                        where (:everything = true or a.agencyId in :agencies)
                            and (:application is null or s.applicationId = :application)
                            and s.code > coalesce((select b.code from ExchangeService b where b.id = :after), '')
                        order by s.code
                        """,
                        ExchangeService.class)
                .setParameter("everything", reach.everything())
                .setParameter("agencies", reach.ids().isEmpty() ? Set.of(new UUID(0, 0)) : reach.ids())
                .setParameter("application", applicationId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    /** @throws LgspException NOT_FOUND, also where the person may not look */
    public ServiceView find(Staff staff, UUID id) {
        scope.require(staff, Right.APPLICATIONS_READ);
        ExchangeService found = id == null ? null : em.find(ExchangeService.class, id);
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        scope.require(
                staff,
                Right.APPLICATIONS_READ,
                em.find(Application.class, found.applicationId()).agencyId());
        return view(found);
    }

    /**
     * Enters a service with its operations.
     *
     * @throws LgspException REQUEST_INVALID with every field at fault; APPLICATION_STATE when the application is retired
     */
    public ServiceView add(Staff staff, UUID applicationId, ServiceInput input) {
        Application application = application(staff, applicationId);
        Fields fields = new Fields();
        String code = fields.code("code", input.code(), CODE);
        String name = fields.text("name", input.name(), 1, LONGEST_NAME);
        String address = fields.address("address", input.address());
        String description = fields.optional("description", input.description(), LONGEST_DESCRIPTION);
        if (told.taken(code)) {
            fields.add("code", "taken");
        }
        List<ServiceInput.OperationInput> operations = input.operations() == null ? List.of() : input.operations();
        check(fields, operations, new HashSet<>());
        fields.check();
        ExchangeService service = new ExchangeService(code, name, applicationId, address, description, Instant.now());
        em.persist(service);
        em.flush();
        operations.forEach(one -> em.persist(new ServiceOperation(
                service.id(), one.code().strip(), one.name().strip())));
        note(staff, application, "+ " + code);
        em.flush();
        return view(service);
    }

    private static void check(Fields fields, List<ServiceInput.OperationInput> operations, Set<String> codes) {
        if (operations.size() + codes.size() > MOST_OPERATIONS) {
            fields.add("operations", "items", 0, MOST_OPERATIONS);
            return;
        }
        for (int i = 0; i < operations.size(); i++) {
            ServiceInput.OperationInput one = operations.get(i);
            String field = "operations[" + i + "]";
            if (one == null) {
                fields.add(field, "required");
            } else {
                String code = fields.code(field + ".code", one.code(), OPERATION);
                fields.text(field + ".name", one.name(), 1, LONGEST_NAME);
                if (!codes.add(code)) {
                    fields.add(field + ".code", "duplicate");
                }
            }
        }
    }

    /** Adds an operation to a service in use. */
    public ServiceView addOperation(Staff staff, UUID id, Integer seen, String code, String name) {
        ExchangeService service = open(staff, id, seen);
        Fields fields = new Fields();
        Set<String> known = view(service).operations().stream()
                .map(ServiceView.Operation::code)
                .collect(Collectors.toSet());
        check(fields, List.of(new ServiceInput.OperationInput(code, name)), known);
        fields.check();
        em.persist(new ServiceOperation(service.id(), code.strip(), name.strip()));
        return changed(staff, service, "+ " + service.code() + " / " + code.strip());
    }

    /**
     * Changes what people call an operation.
     *
     * @throws LgspException NOT_FOUND; EDIT_CONFLICT when the service was changed since; REQUEST_INVALID when the operation is withdrawn
     */
    public ServiceView renameOperation(Staff staff, UUID id, UUID operationId, Integer seen, String name) {
        ExchangeService service = open(staff, id, seen);
        ServiceOperation operation = operation(service, operationId);
        Fields fields = new Fields();
        String clean = fields.text("name", name, 1, LONGEST_NAME);
        fields.check();
        operation.rename(clean);
        return changed(staff, service, service.code() + " / " + operation.code() + ": " + clean);
    }

    /**
     * Withdraws an operation: rights to it lead nowhere from then on. Its code stays taken.
     *
     * @throws LgspException as {@link #renameOperation}; REQUEST_INVALID without a reason
     */
    public ServiceView withdrawOperation(Staff staff, UUID id, UUID operationId, Integer seen, String reason) {
        ExchangeService service = open(staff, id, seen);
        ServiceOperation operation = operation(service, operationId);
        String why = Fields.reason(reason);
        operation.withdraw(Instant.now());
        return changed(staff, service, "− " + service.code() + " / " + operation.code() + ": " + why);
    }

    private static LgspException refused(String field, String reason) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new LgspException.FieldError(field, reason)));
    }

    private ServiceOperation operation(ExchangeService service, UUID id) {
        ServiceOperation found = id == null ? null : em.find(ServiceOperation.class, id);
        if (found == null || !found.serviceId().equals(service.id())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        if (found.withdrawn()) {
            throw refused("operation", "operation-withdrawn");
        }
        return found;
    }

    /** The operations belong to the service: whoever saw it before sees that it changed. */
    private ServiceView changed(Staff staff, ExchangeService service, String what) {
        em.lock(service, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        note(staff, em.find(Application.class, service.applicationId()), what);
        em.flush();
        return view(service);
    }

    /**
     * Changes what people call a service.
     *
     * @throws LgspException EDIT_CONFLICT when it was changed since
     */
    public ServiceView rename(Staff staff, UUID id, Integer seen, String name) {
        ExchangeService service = open(staff, id, seen);
        Fields fields = new Fields();
        String clean = fields.text("name", name, 1, LONGEST_NAME);
        fields.check();
        service.rename(clean);
        note(staff, em.find(Application.class, service.applicationId()), service.code() + ": " + clean);
        em.flush();
        return view(service);
    }

    /** Ends a service: rights to its operations lead nowhere from then on. Its code stays taken. */
    public ServiceView close(Staff staff, UUID id, Integer seen, String reason) {
        ExchangeService service = open(staff, id, seen);
        String why = Fields.reason(reason);
        service.close();
        note(staff, em.find(Application.class, service.applicationId()), "− " + service.code() + ": " + why);
        em.flush();
        return view(service);
    }

    private Application application(Staff staff, UUID id) {
        scope.require(staff, Right.APPLICATIONS_CHANGE);
        Application application = store.lock(id);
        scope.require(staff, Right.APPLICATIONS_CHANGE, application.agencyId());
        if (application.state().isFinal()) {
            throw new LgspException(
                    ErrorCode.APPLICATION_STATE,
                    application.code(),
                    application.state().ordinal());
        }
        return application;
    }

    private ExchangeService open(Staff staff, UUID id, Integer seen) {
        scope.require(staff, Right.APPLICATIONS_CHANGE);
        ExchangeService service =
                id == null ? null : em.find(ExchangeService.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (service == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        application(staff, service.applicationId());
        if (seen != null && seen != service.version()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        if (service.state() == ExchangeService.State.CLOSED) {
            throw refused("service", "service-state");
        }
        return service;
    }

    private void note(Staff staff, Application application, String what) {
        String text = what.substring(0, Math.min(what.length(), Fields.LONGEST_REASON));
        em.persist(new ApplicationEvent(application.id(), staff, Act.SERVICE_CHANGED, null, null, text));
    }

    private ServiceView view(ExchangeService service) {
        return told.views(List.of(service)).get(0);
    }
}

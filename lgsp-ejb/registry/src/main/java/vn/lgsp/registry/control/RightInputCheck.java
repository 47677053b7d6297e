package vn.lgsp.registry.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.AccessRight;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.model.registry.RightParty;
import vn.lgsp.model.registry.ServiceOperation;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.NewAccessRight;
import vn.lgsp.registry.boundary.PartyInput;

/** Checks a request for a right. */
@ApplicationScoped
public class RightInputCheck {
    private static final int LONGEST_DOCUMENT = 200;
    private static final int MOST_A_DAY = 1_000_000;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Directory directory;

    /**
     * Makes the right that is asked for.
     *
     * @throws LgspException REQUEST_INVALID with every field at fault
     */
    public AccessRight check(NewAccessRight input, Staff staff, Instant now) {
        Fields fields = new Fields();
        RightParty source = party(fields, "source", input.source());
        RightParty destination = party(fields, "destination", input.destination());
        if (source != null && source.equals(destination)) {
            fields.add("destination", "parties-same");
        }
        String dataType = input.dataType() == null || input.dataType().isBlank()
                ? null
                : input.dataType().strip();
        what(fields, dataType, input.operationId(), destination);
        Instant from = input.validFrom() == null ? now : input.validFrom();
        if (input.validTo() != null && !input.validTo().isAfter(from)) {
            fields.add("validTo", "order");
        } else if (input.validTo() != null && !input.validTo().isAfter(now)) {
            fields.add("validTo", "future");
        }
        if (input.dailyQuota() != null && (input.dailyQuota() < 1 || input.dailyQuota() > MOST_A_DAY)) {
            fields.add("dailyQuota", "number", 1, MOST_A_DAY);
        }
        String document = fields.optional("document", input.document(), LONGEST_DOCUMENT);
        String purpose = fields.optional("purpose", input.purpose(), Fields.LONGEST_REASON);
        fields.check();
        return new AccessRight(
                source,
                destination,
                dataType,
                input.operationId(),
                new AccessRight.Terms(from, input.validTo(), input.dailyQuota()),
                new AccessRight.Grounds(document, purpose, staff.accountId(), staff.agencyId()),
                now);
    }

    private RightParty party(Fields fields, String field, PartyInput input) {
        if (input == null
                || input.kind() == null
                || input.code() == null
                || input.code().isBlank()) {
            fields.add(field, "required");
            return null;
        }
        UUID id =
                switch (input.kind()) {
                    case AGENCY ->
                        directory
                                .byCode(input.code())
                                .filter(agency -> agency.state() == Agency.State.ACTIVE)
                                .map(agency -> agency.id())
                                .orElse(null);
                    case APPLICATION ->
                        one(
                                "select a.id from Application a where a.code = :code and a.state <> vn.lgsp.model.registry.Application$State.RETIRED",
                                input.code());
                    case GROUP -> one("select g.id from AgencyGroup g where g.code = :code", input.code());
                };
        if (id == null) {
            fields.add(field, input.kind() == RightParty.Kind.AGENCY ? "agency" : "no-such");
            return null;
        }
        return new RightParty(input.kind(), id);
    }

    private UUID one(String query, String code) {
        return em.createQuery(query, UUID.class)
                .setParameter("code", code.strip())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void what(Fields fields, String dataType, UUID operationId, RightParty destination) {
        if ((dataType == null) == (operationId == null)) {
            fields.add("dataType", "type-or-operation");
        } else if (dataType != null) {
            if (directory.dataType(dataType).isEmpty()) {
                fields.add("dataType", "no-such");
            }
        } else {
            operation(fields, operationId, destination);
        }
    }

    private void operation(Fields fields, UUID operationId, RightParty destination) {
        ServiceOperation operation = em.find(ServiceOperation.class, operationId);
        if (operation == null) {
            fields.add("operation", "no-such");
            return;
        }
        ExchangeService service = em.find(ExchangeService.class, operation.serviceId());
        if (service.state() == ExchangeService.State.CLOSED) {
            fields.add("operation", "service-state");
        } else if (operation.withdrawn()) {
            fields.add("operation", "operation-withdrawn");
        }
        Application provider = em.find(Application.class, service.applicationId());
        boolean elsewhere = destination != null
                && (destination.kind() == RightParty.Kind.APPLICATION
                                && !destination.id().equals(provider.id())
                        || destination.kind() == RightParty.Kind.AGENCY
                                && !destination.id().equals(provider.agencyId()));
        if (elsewhere) {
            fields.add("operation", "operation-elsewhere");
        }
    }
}

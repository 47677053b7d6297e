package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.RouteTrial;

/** Tries what would become of a request; for use in a transaction that is rolled back. */
@ApplicationScoped
public class Trying {
    @Inject
    private Recipients recipients;

    @EJB
    private Directory directory;

    @Inject
    private PublishedRoutes published;

    @Inject
    private RouteStore store;

    @Inject
    private Routing routing;

    /** What would become of the request; {@code at} and {@code version} null for now and for the rules in force. */
    public RouteTrial out(ApplicationView source, PacketRequest request, Instant at, Integer version) {
        List<FieldError> errors = new ArrayList<>(recipients.malformed(request.recipients()));
        if (request.title() == null
                || request.title().isBlank()
                || request.title().length() > 500) {
            errors.add(new FieldError("title", "length", 1, 500));
        }
        if (request.dataType() == null) {
            errors.add(new FieldError("dataType", "required"));
        }
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, errors);
        }
        DataType type = directory
                .dataType(request.dataType())
                .orElseThrow(() -> new LgspException(ErrorCode.DATA_TYPE_UNKNOWN, request.dataType()));
        PublishedRoutes.Rules rules = version == null ? published.current() : published.of(store.find(version));
        Instant when = at == null ? Journal.now() : at;
        List<RouteTrial.Entry> entries = routing.tried(source, request, type, rules, when).stream()
                .map(tried -> new RouteTrial.Entry(tried.entry(), tried.code(), tried.verdicts()))
                .toList();
        try {
            List<PacketView.Party> receivers =
                    routing.receivers(source, request, type, 1, rules, when).receivers().stream()
                            .map(found -> new PacketView.Party(found.agencyCode(), found.agencyName(), found.code()))
                            .toList();
            return new RouteTrial(rules.version(), entries, receivers, null);
        } catch (LgspException refusal) {
            return new RouteTrial(rules.version(), entries, List.of(), refusal);
        }
    }
}

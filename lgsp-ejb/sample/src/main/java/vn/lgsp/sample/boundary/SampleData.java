package vn.lgsp.sample.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.sample.control.Census;
import vn.lgsp.sample.control.Order;
import vn.lgsp.sample.control.Orders;
import vn.lgsp.sample.control.Rights;

/**
 * The sample data (dữ liệu mẫu, MẪU): administrators of the province order it to be loaded or removed, which then happens in the background,
 * also over a restart. Everybody else gets FORBIDDEN.
 */
@Stateless
public class SampleData {
    /** What is typed to confirm a removal; accents and capitals do not matter. */
    public static final String CONFIRMATION = "XÓA MẪU";

    private static final int LONGEST_REASON = 1_000;
    private static final int DEFAULT_PACKETS = 60_000;

    @Inject
    private Rights rights;

    @Inject
    private Orders orders;

    @Inject
    private Census census;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    @Inject
    @ConfigProperty(name = "lgsp.demo.packets", defaultValue = "60000")
    private int packets;

    /** What there is, and how far an order has got. */
    public SampleState state(Staff staff) {
        rights.require(staff);
        SampleState.Counts counts = census.counts();
        return orders.present()
                .map(order -> new SampleState(
                        SampleState.Phase.valueOf(order.state().name()),
                        percent(order),
                        order.orderedAt(),
                        order.by(),
                        order.reason(),
                        order.finishedAt(),
                        demo,
                        counts))
                .orElseGet(() -> new SampleState(SampleState.Phase.NONE, 0, null, null, null, null, demo, counts));
    }

    /**
     * Orders the sample to be loaded.
     *
     * @param reason 1–1000 characters
     * @throws LgspException REQUEST_INVALID naming the field; SAMPLE_DATA_CONFLICT when it is there already or an order is being carried out
     */
    public void load(Staff staff, String reason) {
        rights.require(staff);
        refuse(reasonErrors(reason));
        give(Orders.Kind.LOAD, staff, reason);
    }

    /**
     * Orders everything that is marked as a sample to be removed; what something real depends on stays, out of use.
     *
     * @param confirmation {@link #CONFIRMATION}, as typed
     * @param reason 1–1000 characters
     * @throws LgspException REQUEST_INVALID naming the field; SAMPLE_DATA_CONFLICT while a removal is being carried out
     */
    public void remove(Staff staff, String confirmation, String reason) {
        rights.require(staff);
        List<FieldError> errors = reasonErrors(reason);
        if (confirmation == null
                || confirmation.length() > 40
                || !SearchText.fold(confirmation).equals(SearchText.fold(CONFIRMATION))) {
            errors.add(new FieldError("confirmation", "typed", CONFIRMATION));
        }
        refuse(errors);
        give(Orders.Kind.REMOVE, staff, reason);
    }

    private void give(Orders.Kind kind, Staff staff, String reason) {
        int size = packets > 0 ? packets : DEFAULT_PACKETS;
        if (!orders.give(kind, staff.username(), reason.strip(), size)) {
            throw new LgspException(ErrorCode.SAMPLE_DATA_CONFLICT);
        }
    }

    private static List<FieldError> reasonErrors(String reason) {
        List<FieldError> errors = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            errors.add(new FieldError("reason", "required"));
        } else if (reason.length() > LONGEST_REASON) {
            errors.add(new FieldError("reason", "length", 1, LONGEST_REASON));
        } else if (reason.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("reason", "control-character"));
        }
        return errors;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, errors);
        }
    }

    private static int percent(Order order) {
        return switch (order.state()) {
            case LOADING, REMOVING -> order.steps() == 0 ? 0 : order.step() * 100 / order.steps();
            case LOADED, REMOVED -> 100;
        };
    }
}

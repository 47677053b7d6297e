package vn.lgsp.model.packet;

import java.util.EnumSet;
import java.util.Set;

/** The life of a packet at one destination (Điều 9). */
public enum DeliveryState implements Lifecycle<DeliveryState> {
    /** The content is not complete yet, or not yet in the form that this destination takes. */
    WAITING("8.2"),
    /** Đã lập kế hoạch chuyển giao. */
    PLANNED("8.4"),
    /** Đã thông báo đích. */
    NOTIFIED("8.4"),
    /** Đích sẵn sàng nhận. */
    ACCEPTED("9.2"),
    /** Đích đang lấy. */
    FETCHING("9.3"),
    /** Đích đã xác nhận. */
    CONFIRMED("9.3"),
    /** Bị từ chối: the destination will not take it. */
    REFUSED("9.2"),
    /** Quá hạn. */
    EXPIRED("5.4"),
    /** Đã hủy by the source. */
    CANCELLED("5.9"),
    /** Sai toàn vẹn, or the content could not be converted. */
    FAILED("5.2");

    private final String clause;

    DeliveryState(String clause) {
        this.clause = clause;
    }

    @Override
    public Set<DeliveryState> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(PLANNED, CANCELLED, EXPIRED, FAILED);
            case PLANNED -> EnumSet.of(NOTIFIED, ACCEPTED, REFUSED, CANCELLED, EXPIRED);
            case NOTIFIED -> EnumSet.of(ACCEPTED, REFUSED, CANCELLED, EXPIRED);
            case ACCEPTED -> EnumSet.of(FETCHING, REFUSED, CANCELLED, EXPIRED);
            case FETCHING -> EnumSet.of(CONFIRMED, REFUSED, CANCELLED, EXPIRED, FAILED);
            case CONFIRMED, REFUSED, EXPIRED, CANCELLED, FAILED -> EnumSet.noneOf(DeliveryState.class);
        };
    }

    @Override
    public String clause() {
        return clause;
    }
}

package vn.lgsp.model.packet;

import java.util.EnumSet;
import java.util.Set;

/** The life of a packet as a whole (gói tin liên thông, Điều 8). */
public enum PacketState implements Lifecycle<PacketState> {
    /** Đã gửi yêu cầu. */
    REQUESTED("8.2"),
    /** Đã cấp không gian. */
    GRANTED("8.2"),
    /** Đang tải lên. */
    UPLOADING("8.3"),
    /** Đã nhận đủ và kiểm tra toàn vẹn. */
    RECEIVED("8.4"),
    /** Đã lập kế hoạch chuyển giao; from here on each destination has a life of its own. */
    PLANNED("8.4"),
    /** Every destination is done and at least one confirmed. */
    DELIVERED("8.5"),
    /** Every destination is done and none confirmed. */
    UNDELIVERED("5.9"),
    /** Đã hủy: withdrawn by its source. */
    CANCELLED("5.9"),
    /** Quá hạn: the space ran out before the content was complete. */
    EXPIRED("5.4"),
    /** Sai toàn vẹn: stored content was found changed. */
    QUARANTINED("5.2");

    private final String clause;

    PacketState(String clause) {
        this.clause = clause;
    }

    @Override
    public Set<PacketState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(GRANTED);
            case GRANTED -> EnumSet.of(UPLOADING, CANCELLED, EXPIRED);
            case UPLOADING -> EnumSet.of(RECEIVED, CANCELLED, EXPIRED);
            case RECEIVED -> EnumSet.of(PLANNED);
            case PLANNED -> EnumSet.of(DELIVERED, UNDELIVERED, CANCELLED, QUARANTINED);
            case DELIVERED, UNDELIVERED, CANCELLED, EXPIRED, QUARANTINED -> EnumSet.noneOf(PacketState.class);
        };
    }

    @Override
    public String clause() {
        return clause;
    }
}

package vn.lgsp.reporting.control;

import java.util.Optional;
import vn.lgsp.model.packet.DeliveryMoved;
import vn.lgsp.model.packet.DeliveryState;

/** What a step of a delivery counts as; the database function {@code traffic_step} says the same. */
enum Step {
    /** Đã cấp không gian. */
    REQUESTED,
    /** Đã nhận đủ: the content is complete, the destination is told. */
    COMPLETED,
    /** Đích đã xác nhận. */
    CONFIRMED,
    /** Đích từ chối. */
    REFUSED,
    /** Quá hạn: the destination did not confirm in time. */
    EXPIRED,
    /** Nguồn hủy. */
    CANCELLED,
    /** Sai toàn vẹn. */
    FAILED,
    /** Bỏ dở: the content was not complete in time. */
    ABANDONED;

    /** Says what a step counts as; empty for a step in between. */
    static Optional<Step> of(DeliveryMoved moved) {
        return Optional.ofNullable(
                switch (moved.to()) {
                    case WAITING -> REQUESTED;
                    case PLANNED -> COMPLETED;
                    case CONFIRMED -> CONFIRMED;
                    case REFUSED -> REFUSED;
                    case EXPIRED -> moved.from() == DeliveryState.WAITING ? ABANDONED : EXPIRED;
                    case CANCELLED -> CANCELLED;
                    case FAILED -> FAILED;
                    case NOTIFIED, ACCEPTED, FETCHING -> null;
                });
    }
}

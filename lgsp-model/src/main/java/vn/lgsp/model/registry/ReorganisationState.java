package vn.lgsp.model.registry;

import java.util.EnumSet;
import java.util.Set;

/** The life of a request for reorganisation (đề nghị thay đổi tổ chức, Điều 7.2): the one table of its transitions. */
public enum ReorganisationState {
    /** Nháp. */
    DRAFT,
    /** Chờ tiếp nhận. */
    SUBMITTED,
    /** Chờ bổ sung: sent back for more. */
    RETURNED,
    /** Chờ phê duyệt. */
    ACCEPTED,
    /** Đã duyệt: waits for its day. */
    APPROVED,
    /** Hoàn tất. */
    APPLIED,
    /** Từ chối. */
    REFUSED,
    /** Hủy: withdrawn by whoever made it. */
    CANCELLED,
    /** Could not be carried out on its day; nothing was changed. */
    FAILED,
    /** Đã hoàn tác. */
    UNDONE;

    /** The states that may follow; empty for a final one. */
    public Set<ReorganisationState> next() {
        return switch (this) {
            case DRAFT, RETURNED -> EnumSet.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> EnumSet.of(ACCEPTED, RETURNED, REFUSED, CANCELLED);
            case ACCEPTED -> EnumSet.of(APPROVED, RETURNED, REFUSED, CANCELLED);
            case APPROVED -> EnumSet.of(APPLIED, FAILED, CANCELLED);
            case FAILED -> EnumSet.of(RETURNED, CANCELLED);
            case APPLIED -> EnumSet.of(UNDONE);
            case REFUSED, CANCELLED, UNDONE -> EnumSet.noneOf(ReorganisationState.class);
        };
    }

    /** Says whether a state may follow this one. */
    public boolean mayBecome(ReorganisationState state) {
        return next().contains(state);
    }

    /** Whether what it says may still be changed. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }
}

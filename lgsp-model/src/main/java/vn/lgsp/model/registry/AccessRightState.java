package vn.lgsp.model.registry;

import java.util.EnumSet;
import java.util.Set;
import vn.lgsp.model.packet.Lifecycle;

/** Chờ duyệt, đã duyệt, từ chối, đã thu hồi: what becomes of a request for an access right (Điều 7.1a, 10.2). */
public enum AccessRightState implements Lifecycle<AccessRightState> {
    REQUESTED,
    APPROVED,
    REFUSED,
    WITHDRAWN;

    @Override
    public Set<AccessRightState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(APPROVED, REFUSED);
            case APPROVED -> EnumSet.of(WITHDRAWN);
            case REFUSED, WITHDRAWN -> EnumSet.noneOf(AccessRightState.class);
        };
    }

    @Override
    public String clause() {
        return "10.2";
    }
}

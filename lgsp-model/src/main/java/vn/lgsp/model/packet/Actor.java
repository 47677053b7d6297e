package vn.lgsp.model.packet;

import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Staff;

/**
 * Who takes a step.
 *
 * @param label how the history names the actor
 * @param remoteAddress null when the platform itself acts
 * @param requestId null when the platform itself acts
 */
public record Actor(String label, String remoteAddress, UUID requestId) {
    /** The platform itself (nền tảng). */
    public static final Actor PLATFORM = new Actor("LGSP", null, null);

    /** A person who acts in the portal; named by the account, as the other side reads the history too. */
    public static Actor of(Staff staff) {
        return new Actor(staff.username(), null, null);
    }

    public static Actor of(Caller caller) {
        return new Actor(caller.label(), caller.remoteAddress(), caller.requestId());
    }
}

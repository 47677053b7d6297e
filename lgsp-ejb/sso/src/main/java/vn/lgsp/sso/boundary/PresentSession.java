package vn.lgsp.sso.boundary;

import java.util.UUID;
import vn.lgsp.model.Staff;

/**
 * A session that lasts, with the person as the account stands now.
 *
 * @param owes what must be done before anything else opens
 */
public record PresentSession(UUID id, Staff staff, Step owes) {

    /** What a session owes. */
    public enum Step {
        /** Nothing: it is open. */
        NOTHING,
        /** A code of the second factor. */
        CODE,
        /** A new password. */
        PASSWORD,
        /** Setting up a second factor, which the person's role asks for. */
        SECOND_FACTOR
    }
}

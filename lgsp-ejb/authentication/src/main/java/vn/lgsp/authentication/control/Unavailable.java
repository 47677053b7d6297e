package vn.lgsp.authentication.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** The database did not answer: nobody is let in, the client may try again. */
final class Unavailable {
    private static final Logger LOG = System.getLogger("vn.lgsp.authentication");

    private Unavailable() {}

    static LgspException because(Exception cause) {
        LOG.log(Level.ERROR, "The database cannot be asked about a request's signature.", cause);
        return new LgspException(ErrorCode.UNAVAILABLE);
    }
}

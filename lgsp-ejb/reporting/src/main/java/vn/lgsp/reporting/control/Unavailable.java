package vn.lgsp.reporting.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** The database did not answer: nothing is counted or told, it can be tried again. */
final class Unavailable {
    private static final Logger LOG = System.getLogger("vn.lgsp.reporting");

    private Unavailable() {}

    static LgspException because(Exception cause) {
        LOG.log(Level.ERROR, "The roll-ups cannot be written or read.", cause);
        return new LgspException(ErrorCode.UNAVAILABLE);
    }
}

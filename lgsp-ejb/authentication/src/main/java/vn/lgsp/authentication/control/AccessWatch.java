package vn.lgsp.authentication.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import vn.lgsp.model.error.LgspException;

/**
 * Looks for changes of access once a second. A bean of its own, because what else is done again and again may take longer than a second;
 * without the database nobody is let in anyway, so a failed look is only noted.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessWatch {
    private static final System.Logger LOG = System.getLogger("vn.lgsp.authentication");

    @Inject
    private AccessChanges changes;

    /** Tells this node what others changed. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        try {
            changes.tell();
        } catch (LgspException e) {
            LOG.log(
                    Level.WARNING,
                    "Changes of access could not be read: {0}",
                    e.code().code());
        }
    }

    /** Removes old notes. */
    @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false)
    public void purge() {
        try {
            changes.purge();
        } catch (LgspException e) {
            LOG.log(
                    Level.WARNING,
                    "Old changes of access could not be removed: {0}",
                    e.code().code());
        }
    }
}

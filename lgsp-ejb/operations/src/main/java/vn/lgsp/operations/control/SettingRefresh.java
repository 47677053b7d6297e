package vn.lgsp.operations.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.lgsp.model.setting.ChosenSettings;

/**
 * Brings what people have set to the code of this node: at the start, at once after a change made here, and within two seconds after a
 * change made on another node.
 */
@Singleton
@Startup
public class SettingRefresh {
    private static final Logger LOG = System.getLogger(SettingRefresh.class.getName());
    private static final long NEVER = -1;

    private long edition = NEVER;

    @Inject
    private SettingStore store;

    @PostConstruct
    void begin() {
        look();
    }

    /** Looks whether another edition is in force, and reads it. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void look() {
        try {
            // The edition first: a change that comes in between is read twice, never missed.
            long now = store.edition();
            if (now != edition) {
                ChosenSettings.replace(store.values());
                edition = now;
            }
        } catch (PersistenceException away) {
            LOG.log(Level.WARNING, "settings could not be read; those read before stay in force", away);
        }
    }
}

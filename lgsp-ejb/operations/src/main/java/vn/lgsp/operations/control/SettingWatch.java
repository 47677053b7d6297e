package vn.lgsp.operations.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Has a change made on this node read at once; in another thread, because the one that made it is still ending its transaction. */
@ApplicationScoped
public class SettingWatch {
    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @EJB
    private SettingRefresh refresh;

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingsChanged change) {
        executor.execute(refresh::look);
    }
}

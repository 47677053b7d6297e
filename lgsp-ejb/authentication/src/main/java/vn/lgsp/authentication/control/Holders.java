package vn.lgsp.authentication.control;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;

/** Who holds a key; kept at hand as long as keys are, so that a suspended application is out within the same seconds. */
@ApplicationScoped
public class Holders {
    private static final int MAX_HOLDERS = 20_000;

    private TimedCache<UUID, ApplicationView> cache;

    @EJB
    private Directory directory;

    /** For the container. */
    protected Holders() {}

    /** @param seconds setting {@code lgsp.key.cache.seconds} */
    @Inject
    public Holders(@ConfigProperty(name = "lgsp.key.cache.seconds", defaultValue = "2") Supplier<Integer> seconds) {
        cache = new TimedCache<>(() -> TimeUnit.SECONDS.toNanos(seconds.get()), MAX_HOLDERS, System::nanoTime);
    }

    /** The application that holds a key, if it and its agency are active. */
    public Optional<ApplicationView> active(UUID applicationId) {
        return find(applicationId).filter(ApplicationView::usable);
    }

    /** Forgets an application that was suspended, so that its next request is looked up anew. */
    public void forget(
            @Observes(during = TransactionPhase.AFTER_SUCCESS, notifyObserver = Reception.IF_EXISTS)
                    ApplicationChanged changed) {
        cache.remove(changed.applicationId());
    }

    private Optional<ApplicationView> find(UUID applicationId) {
        var remembered = cache.get(applicationId);
        if (remembered.isPresent()) {
            return remembered;
        }
        try {
            var found = directory.application(applicationId);
            found.ifPresent(holder -> cache.put(applicationId, holder));
            return found;
        } catch (EJBException e) {
            throw Unavailable.because(e);
        }
    }
}

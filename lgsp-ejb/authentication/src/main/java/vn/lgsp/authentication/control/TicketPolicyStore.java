package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import vn.lgsp.model.authentication.TicketPolicy;

/** What services ask of tickets; a service of which nothing was said asks for the most. */
@ApplicationScoped
public class TicketPolicyStore {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The policy of a service; never null, not stored where nothing was said. */
    public TicketPolicy of(UUID serviceId) {
        var found = em.find(TicketPolicy.class, serviceId);
        return found == null ? new TicketPolicy(serviceId) : found;
    }
}

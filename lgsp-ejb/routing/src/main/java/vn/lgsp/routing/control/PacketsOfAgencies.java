package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.Inheritance;

/**
 * Packets under way stay addressed as they were: the application that takes them moves to the heir and goes on taking them. Where it ends, the
 * sweep gives them to the heir's application within seconds, or ends them (see {@link Readdressing}). A reorganisation wants to know how many
 * there are, and whether anything was exchanged since.
 */
@ApplicationScoped
public class PacketsOfAgencies implements Inheritance {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Readdressing readdressing;

    @Override
    public String subject() {
        return "PACKET";
    }

    @Override
    public long count(Set<UUID> agencies) {
        return ((Number) em.createNativeQuery(
                                """
                                select count(*) from delivery d join packet p on p.id = d.packet_id
                                where d.state in ('WAITING', 'PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                                    and (d.destination_agency_id in (:agencies) or p.source_agency_id in (:agencies))
                                """)
                        .setParameter("agencies", agencies)
                        .getSingleResult())
                .longValue();
    }

    @Override
    public void carryOver(UUID changeId, Map<UUID, UUID> heirs, Set<UUID> ending) {
        // They are bound to applications, and these were handed on; what those that ended leave behind, the sweep finds
        // after the commit.
    }

    @Override
    public void takeBack(UUID changeId) {
        readdressing.takeBack(changeId);
    }

    @Override
    public long builtOn(Set<UUID> agencies, Instant since) {
        return ((Number) em.createNativeQuery(
                                """
                                select (select count(*) from packet p where p.source_agency_id in (:agencies) and p.created_at > :since)
                                    + (select count(*) from delivery d where d.destination_agency_id in (:agencies) and d.created_at > :since)
                                """)
                        .setParameter("agencies", agencies)
                        .setParameter("since", since)
                        .getSingleResult())
                .longValue();
    }
}

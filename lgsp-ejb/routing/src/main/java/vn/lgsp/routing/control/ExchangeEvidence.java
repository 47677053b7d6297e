package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.registry.ApplicationEvidence;

/** What packets tell of an application: the first it asked for, completed, accepted and confirmed. */
@ApplicationScoped
public class ExchangeEvidence implements ApplicationEvidence {
    /** When the first packet that came so far did so, as its history tells. */
    private static final String COMPLETED =
            """
            select h.at from packet p join packet_history h
                on h.packet_id = p.id and h.subject = 'PACKET' and h.to_state = 'RECEIVED'
            where p.source_application_id = :application order by p.id limit 1
            """;

    private static final String ACCEPTED =
            """
            select h.at from delivery d join packet_history h
                on h.packet_id = d.packet_id and h.subject_id = d.id and h.to_state = 'ACCEPTED'
            where d.destination_agency_id = (select agency_id from application where id = :application)
                and d.destination_application_id = :application
            order by d.id limit 1
            """;

    private static final String CONFIRMED =
            """
            select d.confirmed_at from delivery d
            where d.destination_agency_id = (select agency_id from application where id = :application)
                and d.destination_application_id = :application and d.confirmed_at is not null
            order by d.id limit 1
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Override
    public Map<Check, Instant> firstSeen(UUID applicationId) {
        Map<Check, Instant> seen = new EnumMap<>(Check.class);
        first(
                        "select p.created_at from packet p where p.source_application_id = :application order by p.id limit 1",
                        applicationId)
                .ifPresent(at -> seen.put(Check.REQUESTED, at));
        if (seen.containsKey(Check.REQUESTED)) {
            first(COMPLETED, applicationId).ifPresent(at -> seen.put(Check.COMPLETED, at));
        }
        first(ACCEPTED, applicationId).ifPresent(at -> seen.put(Check.RECEIVED, at));
        first(CONFIRMED, applicationId).ifPresent(at -> seen.put(Check.CONFIRMED, at));
        return seen;
    }

    private Optional<Instant> first(String query, UUID applicationId) {
        @SuppressWarnings("unchecked")
        List<Instant> found = em.createNativeQuery(query, Instant.class)
                .setParameter("application", applicationId)
                .getResultList();
        return found.stream().findFirst();
    }
}

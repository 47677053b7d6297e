package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketJourney;
import vn.lgsp.routing.boundary.PacketRow;

/** Reads packets for people, in SQL: keyset pages over the monthly partitions, narrowed by time first. */
@ApplicationScoped
public class PacketQueries {
    private static final String ROW =
            """
            select p.id, p.title, s.code as source_code, s.name as source_name, t.code as target_code, t.name as target_name,
                p.data_type, p.importance, p.state, d.state as delivery_state, c.state as content_state, p.total_bytes,
                p.created_at, d.confirmed_at
            from packet p
            join agency s on s.id = p.source_agency_id
            join content c on c.packet_id = p.id
            join lateral (select * from delivery where packet_id = p.id order by id limit 1) d on true
            join agency t on t.id = d.destination_agency_id
            """;
    private static final String IN_SCOPE =
            " and (:everything or p.source_agency_id in (:agencies) or d.destination_agency_id in (:agencies))";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Directory directory;

    @Inject
    private Packets packets;

    /** One page of packets, newest first, and one row more when there are more. */
    public List<PacketRow> search(Scope.Agencies scope, PacketFilter filter, PacketFilter.Page page) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("where p.id >= :from and p.id < :to").append(IN_SCOPE);
        values.put("from", Ids.floor(filter.from()));
        values.put("to", page.before() != null ? page.before() : Ids.floor(filter.to()));
        values.put("limit", page.limit() + 1);
        narrow(where, values, filter);
        return rows(ROW + where + " order by p.id desc limit :limit", scope, values);
    }

    /** One packet with everything that may be shown; empty when there is none in scope. */
    public Optional<PacketJourney> journey(Scope.Agencies scope, UUID packetId, List<PacketJourney.Step> steps) {
        List<PacketRow> rows = rows(ROW + "where p.id = :id" + IN_SCOPE, scope, Map.of("id", packetId));
        return rows.stream().findFirst().map(row -> {
            var packet = packets.read(packetId);
            var delivery = packets.deliveries(packetId).get(0);
            return new PacketJourney(
                    row,
                    packet.protocol(),
                    directory
                            .application(packet.sourceApplicationId())
                            .orElseThrow()
                            .code(),
                    directory
                            .application(delivery.destinationApplicationId())
                            .orElseThrow()
                            .code(),
                    packet.notBefore(),
                    packet.deadline(),
                    delivery.reason(),
                    packets.files(packetId).stream()
                            .map(file -> new PacketJourney.FileRow(
                                    file.name(), file.mediaType(), file.size(), file.digest()))
                            .toList(),
                    steps);
        });
    }

    private void narrow(StringBuilder where, Map<String, Object> values, PacketFilter filter) {
        if (filter.agency() != null) {
            String agency = filter.direction() == null
                    ? "(s.code = :agency or s.code_qd20 = :agency or t.code = :agency or t.code_qd20 = :agency)"
                    : filter.direction() == PacketFilter.Direction.SENT
                            ? "(s.code = :agency or s.code_qd20 = :agency)"
                            : "(t.code = :agency or t.code_qd20 = :agency)";
            where.append(" and ").append(agency);
            values.put("agency", filter.agency());
        } else if (filter.direction() == PacketFilter.Direction.SENT) {
            where.append(" and (:everything or p.source_agency_id in (:agencies))");
        } else if (filter.direction() == PacketFilter.Direction.RECEIVED) {
            where.append(" and (:everything or d.destination_agency_id in (:agencies))");
        }
        if (filter.dataType() != null) {
            where.append(" and p.data_type = :type");
            values.put("type", filter.dataType());
        }
        if (filter.importance() != null) {
            where.append(" and p.importance = :importance");
            values.put("importance", filter.importance().ordinal());
        }
        if (filter.state() != null) {
            where.append(" and p.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.text() != null) {
            text(where, values, filter.text().strip());
        }
    }

    private static void text(StringBuilder where, Map<String, Object> values, String text) {
        try {
            values.put("packet", UUID.fromString(text));
            where.append(" and p.id = :packet");
        } catch (IllegalArgumentException noId) {
            where.append(" and fold_vietnamese(p.title) like :text escape '!'");
            String literal =
                    SearchText.fold(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
            values.put("text", "%" + literal + "%");
        }
    }

    private List<PacketRow> rows(String sql, Scope.Agencies scope, Map<String, Object> values) {
        Query query = scoped(sql, scope);
        values.forEach(query::setParameter);
        List<PacketRow> result = new ArrayList<>();
        for (Object row : query.getResultList()) {
            result.add(row((Object[]) row));
        }
        return result;
    }

    private Query scoped(String sql, Scope.Agencies scope) {
        // An empty list is no SQL; an id that nobody has stands for it.
        return em.createNativeQuery(sql)
                .setParameter("everything", scope.everything())
                .setParameter("agencies", scope.ids().isEmpty() ? List.of(new UUID(0, 0)) : scope.ids());
    }

    private static PacketRow row(Object[] v) {
        return new PacketRow(
                (UUID) v[0],
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                (String) v[6],
                Importance.values()[((Number) v[7]).intValue()],
                PacketState.valueOf((String) v[8]),
                DeliveryState.valueOf((String) v[9]),
                ContentState.valueOf((String) v[10]),
                number(v[11]),
                (Instant) v[12],
                (Instant) v[13]);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.routing.boundary.PacketRow;

/** Reads packets that were found as the rows of a list, newest first. */
@ApplicationScoped
public class PacketLines {
    private static final String ROW =
            """
            select p.id, p.title, s.code as source_code, s.name as source_name, t.code as target_code, t.name as target_name,
                p.data_type, p.importance, p.state, d.state as delivery_state, c.state as content_state, p.total_bytes,
                p.created_at, d.confirmed_at, d.seen - 1 as others
            from found f
            join packet p on p.id = f.id
            join agency s on s.id = p.source_agency_id
            join content c on c.packet_id = p.id
            join lateral (
                select *, count(*) filter (where replaces_id is null and (cardinality(cast(:nearest as uuid[])) = 0
                        or p.source_agency_id = any(cast(:nearest as uuid[]))
                        or destination_agency_id = any(cast(:nearest as uuid[])))) over () as seen
                from delivery where packet_id = p.id
                order by destination_agency_id = any(cast(:nearest as uuid[])) desc, id limit 1) d on true
            join agency t on t.id = d.destination_agency_id
            order by p.id desc
            """;

    @Inject
    private Reading reading;

    /** The packets whose ids this SQL yields; of several destinations the one that the person is nearest to, and may see. */
    List<PacketRow> of(String ids, Map<String, Object> values, Wanted wanted) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("nearest", wanted.nearest().toArray(new UUID[0]));
        return reading.rows("with found as materialized (" + ids + ") " + ROW, all).stream()
                .map(row -> row((Object[]) row))
                .toList();
    }

    /** The packets of these ids, newest first. */
    List<PacketRow> of(List<UUID> ids, Wanted wanted) {
        Map<String, Object> values = new HashMap<>(Map.of("ids", ids.toArray(new UUID[0])));
        return ids.isEmpty() ? List.of() : of("select unnest(cast(:ids as uuid[])) as id", values, wanted);
    }

    private static PacketRow row(Object[] v) {
        return new PacketRow(
                (UUID) v[0],
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                Math.max(0, ((Number) v[14]).intValue()),
                (String) v[6],
                Importance.values()[((Number) v[7]).intValue()],
                PacketState.valueOf((String) v[8]),
                DeliveryState.valueOf((String) v[9]),
                ContentState.valueOf((String) v[10]),
                ((Number) v[11]).longValue(),
                (Instant) v[12],
                (Instant) v[13]);
    }
}

package vn.lgsp.routing.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.routing.boundary.PacketFilter;

/**
 * SQL that yields the ids of packets that are wanted, whatever of their title is asked for. There are two ways to the newest of them: back in
 * time through all packets or through the index of what is rare, looking at each; or agency by agency, the newest of each, and the newest of
 * those. Both find the same; which is shorter depends on how rare things are.
 */
final class Candidates {
    private static final String RANGE = "p.id >= :low and p.id < :high";
    /** A delivery is made with its packet or after it: partitions of older deliveries need not be asked. */
    private static final String NOT_OLDER = "d.id >= :since";

    private static final Duration MARGIN = Duration.ofHours(1);
    private static final String NEWEST = " order by p.id desc limit :limit";

    private final Wanted wanted;
    private final Map<String, Object> values = new HashMap<>();

    Candidates(Wanted wanted) {
        this.wanted = wanted;
        values.put("low", wanted.low());
        values.put("high", wanted.high());
        values.put("since", Ids.floor(Ids.instant(wanted.low()).minus(MARGIN)));
    }

    /** What the SQL names. */
    Map<String, Object> values() {
        return values;
    }

    /** Back in time; newest first, {@code limit} at most. */
    String throughTime(int limit) {
        values.put("limit", limit);
        return "select p.id from packet p where " + RANGE + wanted.ofPacket(values) + parties() + NEWEST;
    }

    /** Agency by agency; newest first, {@code limit} at most. Only where there are {@link Wanted#parties}. */
    String throughAgencies(int limit) {
        values.put("limit", limit);
        if (wanted.parties().size() > 1) {
            return "select x.id from (" + between(NEWEST) + ") x order by x.id desc limit :limit";
        }
        values.put("agencies0", ids(0));
        String more = wanted.ofPacket(values);
        String sent = "(select p.id from packet p where p.source_agency_id = a.id and " + RANGE + more + NEWEST + ")";
        String received = "(select d.packet_id as id from delivery d" + received(more)
                + " where d.destination_agency_id = a.id and d.packet_id >= :low and d.packet_id < :high" + more
                + " order by d.packet_id desc limit :limit)";
        return "select distinct x.id from unnest(cast(:agencies0 as uuid[])) a (id) cross join lateral ("
                + sides(sent, received) + ") x order by x.id desc limit :limit";
    }

    /** All of them in no order. */
    String all() {
        return unordered(" union ");
    }

    /** All of them in no order, those between two of the agencies twice: the first come at once. */
    String some() {
        return unordered(" union all ");
    }

    private String unordered(String union) {
        if (wanted.parties().isEmpty()) {
            return "select p.id from packet p where " + RANGE + wanted.ofPacket(values);
        }
        if (wanted.parties().size() > 1) {
            return between("");
        }
        values.put("agencies0", ids(0));
        String more = wanted.ofPacket(values);
        String sent = "select p.id from packet p where p.source_agency_id = any(cast(:agencies0 as uuid[])) and "
                + RANGE + more;
        String received = "select d.packet_id as id from delivery d" + received(more)
                + " where d.destination_agency_id = any(cast(:agencies0 as uuid[])) and d.packet_id >= :low and d.packet_id < :high"
                + more;
        PacketFilter.Direction direction = wanted.parties().get(0).direction();
        if (direction == null) {
            return sent + union + received;
        }
        // One packet may have come to several of them.
        return direction == PacketFilter.Direction.SENT ? sent : "select distinct * from (" + received + ") r";
    }

    /** What agencies of two groups, none of which is in both, exchange with each other; a packet with several destinations once. */
    private String between(String order) {
        values.put("agencies0", ids(0));
        values.put("agencies1", ids(1));
        List<String> ways = new ArrayList<>();
        if (may(0, PacketFilter.Direction.SENT) && may(1, PacketFilter.Direction.RECEIVED)) {
            ways.add(exchanged("agencies0", "agencies1") + order);
        }
        if (may(1, PacketFilter.Direction.SENT) && may(0, PacketFilter.Direction.RECEIVED)) {
            ways.add(exchanged("agencies1", "agencies0") + order);
        }
        return "(" + String.join(") union all (", ways) + ")";
    }

    private boolean may(int group, PacketFilter.Direction direction) {
        PacketFilter.Direction asked = wanted.parties().get(group).direction();
        return asked == null || asked == direction;
    }

    private String exchanged(String sources, String destinations) {
        return "select distinct p.id from packet p join delivery d on d.packet_id = p.id where p.source_agency_id = any(cast(:"
                + sources + " as uuid[])) and d.destination_agency_id = any(cast(:" + destinations
                + " as uuid[])) and d.packet_id >= :low and d.packet_id < :high and " + RANGE
                + wanted.ofPacket(values);
    }

    /** All conditions on packet {@code p} but the period, each beginning with "and". */
    String conditions() {
        return wanted.ofPacket(values) + parties();
    }

    private String sides(String sent, String received) {
        PacketFilter.Direction direction = wanted.parties().get(0).direction();
        if (direction == null) {
            return sent + " union all " + received;
        }
        return direction == PacketFilter.Direction.SENT ? sent : received;
    }

    private static String received(String more) {
        return more.isEmpty() ? "" : " join packet p on p.id = d.packet_id";
    }

    /** That the agencies of each group take part in packet {@code p}. */
    private String parties() {
        StringBuilder conditions = new StringBuilder();
        for (int i = 0; i < wanted.parties().size(); i++) {
            String name = "agencies" + i;
            values.put(name, ids(i));
            String source = "p.source_agency_id = any(cast(:" + name + " as uuid[]))";
            String destination = "exists (select from delivery d where d.packet_id = p.id and " + NOT_OLDER
                    + " and d.destination_agency_id = any(cast(:" + name + " as uuid[])))";
            PacketFilter.Direction direction = wanted.parties().get(i).direction();
            conditions
                    .append(" and ")
                    .append(
                            direction == null
                                    ? "(" + source + " or " + destination + ")"
                                    : direction == PacketFilter.Direction.SENT ? source : destination);
        }
        return conditions.toString();
    }

    private UUID[] ids(int group) {
        return wanted.parties().get(group).ids().toArray(new UUID[0]);
    }
}

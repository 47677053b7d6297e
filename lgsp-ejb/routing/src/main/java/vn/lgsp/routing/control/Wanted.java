package vn.lgsp.routing.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.Ids;
import vn.lgsp.model.SearchText;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.routing.boundary.PacketFilter;

/**
 * What packets a person wants to see and may: a filter together with the person's scope, with the agency known by its id.
 *
 * @param low lowest id, inclusive
 * @param high id before which the packets lie
 * @param packet the only packet wanted; null for any
 * @param pattern of the folded title for LIKE, escaped with {@code !}; null for any
 * @param parties all of these must take part; empty for a person who sees everything and asks for no agency
 */
record Wanted(UUID low, UUID high, PacketFilter filter, UUID packet, String pattern, List<Parties> parties) {

    /** Agencies of which one sends or receives. */
    record Parties(Set<UUID> ids, PacketFilter.Direction direction) {}

    /** Puts a filter and a scope together; {@code agency} is the id of the filter's agency, null without. */
    static Wanted of(Scope.Agencies scope, PacketFilter filter, UUID agency) {
        UUID id = id(filter.text());
        return new Wanted(
                Ids.floor(filter.from()),
                Ids.floor(filter.to()),
                filter,
                id,
                id != null || filter.text() == null ? null : pattern(filter.text()),
                parties(scope, filter.direction(), agency));
    }

    /** One packet in somebody's scope, whenever it was made. */
    static Wanted one(Scope.Agencies scope, UUID packet) {
        PacketFilter nothing = new PacketFilter(
                Ids.instant(packet), Ids.instant(packet).plusMillis(1), null, null, null, null, null, null);
        return new Wanted(
                Ids.floor(nothing.from()), Ids.floor(nothing.to()), nothing, packet, null, parties(scope, null, null));
    }

    /** The period of a filter and nothing else of it. */
    static PacketFilter any(PacketFilter filter) {
        return new PacketFilter(filter.from(), filter.to(), null, null, null, null, null, null);
    }

    /** The same between other ids. */
    Wanted between(UUID from, UUID before) {
        return new Wanted(from, before, filter, packet, pattern, parties);
    }

    /** Whether anything of the packet itself is asked for. */
    boolean narrowed() {
        return filter.state() != null || filter.importance() != null || filter.dataType() != null;
    }

    /** The agencies whose deliveries come before others': what the person may see for certain; empty for who sees everything and asks for none. */
    Set<UUID> nearest() {
        return parties.isEmpty() ? Set.of() : parties.get(parties.size() - 1).ids();
    }

    /** Conditions on packet {@code p} alone, each beginning with "and", with their values put into the map. */
    String ofPacket(Map<String, Object> values) {
        Map<String, Object> asked = new LinkedHashMap<>();
        if (packet != null) {
            asked.put(" and p.id = :packet", packet);
        }
        if (filter.state() != null) {
            asked.put(" and p.state = :state", filter.state().name());
        }
        if (filter.importance() != null) {
            asked.put(" and p.importance = :importance", (short)
                    filter.importance().ordinal());
        }
        if (filter.dataType() != null) {
            asked.put(" and p.data_type = :type", filter.dataType());
        }
        asked.forEach((condition, value) -> values.put(condition.substring(condition.indexOf(':') + 1), value));
        return asked.keySet().stream().collect(Collectors.joining());
    }

    private static List<Parties> parties(Scope.Agencies scope, PacketFilter.Direction direction, UUID agency) {
        if (agency == null) {
            return scope.everything() ? List.of() : List.of(new Parties(scope.ids(), direction));
        }
        Parties asked = new Parties(Set.of(agency), direction);
        return scope.everything() || scope.ids().contains(agency)
                ? List.of(asked)
                : List.of(asked, new Parties(scope.ids(), null));
    }

    private static UUID id(String text) {
        try {
            return text == null || text.strip().length() != 36 ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException words) {
            return null;
        }
    }

    private static String pattern(String text) {
        String literal =
                SearchText.fold(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }
}

package vn.lgsp.registry.control.reorganisation;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The two sides of a map as arrays of PostgreSQL, in the same order. */
final class UuidArrays {
    private UuidArrays() {}

    static String keys(Map<UUID, UUID> map) {
        return map.keySet().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    static String values(Map<UUID, UUID> map) {
        return map.values().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

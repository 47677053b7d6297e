package vn.lgsp.registry.boundary;

import java.util.UUID;

/**
 * A zone (vùng triển khai, Điều 2.6).
 *
 * @param external reached through another platform: the national one or that of another province
 * @param gateway through which axis or platform; null for a zone of this platform
 * @param agencies how many agencies that exist are assigned to it themselves; those below them inherit it
 */
public record ZoneView(
        UUID id,
        String code,
        String name,
        boolean external,
        String gateway,
        boolean closed,
        int agencies,
        int version) {}

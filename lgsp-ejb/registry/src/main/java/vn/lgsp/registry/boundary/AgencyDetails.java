package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.UUID;

/**
 * An agency with all that people know of it.
 *
 * @param row how it stands today
 * @param address may be null, as the four that follow
 * @param zoneId the zone it was put into; null: the zone of the agency above
 * @param zoneName the zone it is reached in; null when neither it nor any agency above was put into one
 * @param path the agencies above it, from the top down
 * @param children how many agencies in use stand directly below it
 * @param version for edits that must not overwrite each other
 */
public record AgencyDetails(
        AgencyRow row,
        String address,
        String email,
        String telephone,
        String website,
        String contact,
        UUID zoneId,
        String zoneName,
        List<AgencyView> path,
        long children,
        int version) {}

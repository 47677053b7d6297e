package vn.lgsp.registry.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.Agency;

/**
 * An agency with everything that a list says of it.
 *
 * @param revision of the directory at which it changed last
 * @param zone code of the zone assigned to it itself; null when it inherits that of the agency above
 */
public record AgencyListItem(
        UUID id,
        long revision,
        String code,
        String codeQd20,
        String name,
        String shortName,
        int level,
        String parentCode,
        String kind,
        String area,
        String address,
        String email,
        String telephone,
        String website,
        String contact,
        String zone,
        Agency.State state,
        boolean sample) {}

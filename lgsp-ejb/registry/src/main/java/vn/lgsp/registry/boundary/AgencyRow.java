package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;

/**
 * An agency in a list, as it was at the time asked for.
 *
 * @param code in use then, as QCVN 102:2016 writes it; the other form where the old one cannot express it
 * @param codeQd20 as QĐ 20/2020 writes it: unique, the order of lists
 * @param shortName may be null
 * @param kind may be null
 * @param area may be null
 * @param parentCode null at the top
 * @param parentName null at the top
 * @param ended how it ended; null while it had not
 * @param since from when it was so
 * @param until until when; null when it is still so
 * @param contact whom to ask, today; may be null
 * @param applications how many it has today, without those retired
 */
public record AgencyRow(
        UUID id,
        String code,
        String codeQd20,
        String name,
        String shortName,
        int level,
        String kind,
        String area,
        UUID parentId,
        String parentCode,
        String parentName,
        Agency.State state,
        Agency.Ending ended,
        Instant since,
        Instant until,
        boolean sample,
        String contact,
        long applications) {}

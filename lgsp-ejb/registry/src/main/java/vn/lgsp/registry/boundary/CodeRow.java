package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lgsp.model.registry.IdentifierCode;

/**
 * A code as it was issued.
 *
 * @param code in the form of QĐ 20/2020, or in the old one where that is all there is: unique, the order of lists
 * @param codeQcvn may be null
 * @param codeQd20 may be null
 * @param document the decision that issued it; may be null
 * @param validTo null while it is not closed
 * @param successors codes that came directly in its place, with commas; null for none
 * @param aliases other names it goes by, with commas; null for none
 */
public record CodeRow(
        UUID id,
        String code,
        String codeQcvn,
        String codeQd20,
        UUID agencyId,
        String agencyName,
        boolean sample,
        IdentifierCode.State state,
        Instant validFrom,
        Instant validTo,
        String document,
        LocalDate documentDate,
        String reason,
        String successors,
        String aliases,
        int version) {}

package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.registry.boundary.VersionHead;
import vn.lgsp.registry.boundary.VersionView;

/**
 * One version of a policy.
 *
 * @param dataTypes codes of the data types whose packets get it unless the source chooses otherwise; empty unless it is published
 * @param createdName name of whoever began it
 * @param retiredAt null before it was retired
 */
public record PolicyView(
        UUID id,
        String code,
        VersionHead head,
        String nameVi,
        String nameEn,
        PolicyTerms terms,
        List<String> dataTypes,
        String createdName,
        Instant createdAt,
        Instant retiredAt)
        implements VersionView {}

package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.policy.PolicyState;
import vn.lgsp.model.policy.PolicyTerms;

/**
 * One version of a policy.
 *
 * @param policyVersion counts the versions of the code, from 1
 * @param dataTypes codes of the data types whose packets get it unless the source chooses otherwise; empty unless it is published
 * @param draftedBy name of whoever drafted it
 * @param changedBy name of whoever changed it last
 * @param publishedBy name of whoever published it; null before
 * @param publishedAt null before it was published
 * @param retiredAt null before it was retired
 * @param version counts the edits
 */
public record PolicyView(
        UUID id,
        String code,
        int policyVersion,
        String nameVi,
        String nameEn,
        PolicyState state,
        PolicyTerms terms,
        List<String> dataTypes,
        String draftedBy,
        String changedBy,
        String publishedBy,
        Instant createdAt,
        Instant changedAt,
        Instant publishedAt,
        Instant retiredAt,
        int version) {}

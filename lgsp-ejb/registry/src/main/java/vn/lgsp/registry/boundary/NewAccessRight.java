package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A right that somebody asks for.
 *
 * @param dataType a type of data; null where it is an operation
 * @param operationId an operation of a service of the destination; null where it is a type of data
 * @param validFrom null for now
 * @param validTo null for no end
 * @param dailyQuota packets on one day of Viet Nam, 1–1,000,000; null for any number
 * @param document number and notation of the decision it rests on, at most 200 characters; may be null
 * @param purpose at most 500 characters; may be null
 */
public record NewAccessRight(
        PartyInput source,
        PartyInput destination,
        String dataType,
        UUID operationId,
        Instant validFrom,
        Instant validTo,
        Integer dailyQuota,
        String document,
        String purpose) {}

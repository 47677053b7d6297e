package vn.lgsp.reporting.boundary;

import java.time.Instant;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;

/**
 * An application and how it is connected.
 *
 * @param agencyCode in the form of QCVN 102:2016
 * @param online whether it is connected now
 * @param lastSeen when it was heard of last; null when it never connected
 * @param keys access keys that can be used now
 * @param keysEnd when the first of these ends; null when none does
 */
public record ApplicationStatus(
        String code,
        String name,
        String agencyCode,
        Environment environment,
        Application.State state,
        boolean online,
        Instant lastSeen,
        long keys,
        Instant keysEnd) {}

package vn.lgsp.registry.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;

/**
 * What a list of applications is narrowed to; each but the limit may be null.
 *
 * @param text any part of name or code, accents or not
 * @param agencyId the agency at whose subtree the list ends
 * @param after the id of the last application of the page before
 * @param limit 1–2,000
 */
public record ApplicationFilter(
        String text,
        UUID agencyId,
        Environment environment,
        Application.State state,
        Application.Kind kind,
        Side side,
        Application.Channel channel,
        UUID after,
        int limit) {

    /** Vai trò nguồn, vai trò đích. */
    public enum Side {
        SOURCE,
        DESTINATION
    }

    /** No narrowing at all. */
    public static ApplicationFilter all(int limit) {
        return new ApplicationFilter(null, null, null, null, null, null, null, null, limit);
    }
}

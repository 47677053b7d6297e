package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.route.RouteVersion;

/**
 * A version of the rules.
 *
 * @param rules in their order
 * @param editedBy account of who wrote it last, who cannot publish it
 * @param publishedName null for a draft, as is {@code publishedAt}
 * @param revision grows with each change
 */
public record RouteVersionView(
        int number,
        RouteVersion.State state,
        List<RouteRule> rules,
        String note,
        UUID editedBy,
        String editedName,
        Instant editedAt,
        String publishedName,
        Instant publishedAt,
        int revision) {}

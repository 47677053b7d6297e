package vn.lgsp.routing.boundary;

import java.util.List;
import vn.lgsp.registry.boundary.VersionHead;
import vn.lgsp.registry.boundary.VersionView;

/** A version of the rules, which are in their order. */
public record RouteVersionView(VersionHead head, List<RouteRule> rules, String note) implements VersionView {}

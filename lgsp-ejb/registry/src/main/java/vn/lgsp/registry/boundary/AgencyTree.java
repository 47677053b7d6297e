package vn.lgsp.registry.boundary;

import java.util.List;

/**
 * A part of the tree of agencies.
 *
 * @param roots where it begins; empty when there was nothing at that time
 * @param more whether there are roots beyond these
 * @param full whether branches were left out because there are too many agencies for one picture
 */
public record AgencyTree(List<AgencyNode> roots, boolean more, boolean full) {}

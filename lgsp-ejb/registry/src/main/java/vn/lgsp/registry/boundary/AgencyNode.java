package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;

/**
 * An agency in the drawn tree, as it was at the time asked for.
 *
 * @param codeQd20 unique
 * @param kind may be null
 * @param children how many stand directly below it
 * @param open whether those below it are shown, as far as there is room
 * @param below those shown, in the order of their codes; empty for one that is not open
 */
public record AgencyNode(
        UUID id,
        String code,
        String codeQd20,
        String name,
        String kind,
        Agency.State state,
        long children,
        boolean open,
        List<AgencyNode> below) {

    /** How many of those below an open one are left out. */
    public long hidden() {
        return open ? children - below.size() : 0;
    }
}

package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.routing.control.PacketQueries;
import vn.lgsp.routing.control.Scope;
import vn.lgsp.routing.control.Steps;

/** What people may see of packets in the portal (Điều 5.11): metadata in their agencies' subtrees, never content. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class PacketMonitor {
    private static final Role[] READERS = Right.PACKETS_READ.roles().toArray(Role[]::new);

    @Inject
    private Scope scope;

    @Inject
    private PacketQueries queries;

    @Inject
    private Steps steps;

    /**
     * Lists packets, newest first; one row more than the page's limit when there are more.
     *
     * @throws LgspException FORBIDDEN for somebody who may see no packets at all
     */
    public List<PacketRow> search(Staff staff, PacketFilter filter, PacketFilter.Page page) {
        return queries.search(scope(staff), filter, page);
    }

    /** The journey of one packet; NOT_FOUND when there is none or it is outside the person's agencies. */
    public PacketJourney journey(Staff staff, UUID packetId) {
        return queries.journey(scope(staff), packetId, steps.of(packetId))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** Figures for the dashboard. */
    public PacketFigures figures(Staff staff) {
        return queries.figures(scope(staff));
    }

    private Scope.Agencies scope(Staff staff) {
        if (!staff.holds(READERS)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
        return scope.of(staff, READERS);
    }
}

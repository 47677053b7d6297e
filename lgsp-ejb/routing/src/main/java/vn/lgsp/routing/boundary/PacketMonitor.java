package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.routing.control.PacketQueries;

/** What people may see of packets in the portal (Điều 5.11): metadata in their agencies' subtrees, never content. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class PacketMonitor {
    @Inject
    private Scope scope;

    @Inject
    private PacketQueries queries;

    /**
     * Lists packets, newest first; one row more than the page's limit when there are more.
     *
     * @throws LgspException FORBIDDEN for somebody who may see no packets at all; SEARCH_TOO_SLOW when it takes longer than ten seconds
     */
    public List<PacketRow> search(Staff staff, PacketFilter filter, PacketFilter.Page page) {
        return queries.search(scope.readable(staff), filter, page);
    }

    /**
     * Counts the packets of a list, in slots of time.
     *
     * @param slots when each slot begins, ascending, 1–400; the last ends with the filter's period
     * @throws LgspException SEARCH_TOO_SLOW when counting takes longer than a page may; the list is there all the same
     */
    public PacketOverview overview(Staff staff, PacketFilter filter, List<Instant> slots) {
        return queries.overview(scope.readable(staff), filter, slots);
    }

    /** The journey of one packet; NOT_FOUND when there is none or it is outside the person's agencies. */
    public PacketJourney journey(Staff staff, UUID packetId) {
        return queries.journey(scope.readable(staff), packetId)
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }
}

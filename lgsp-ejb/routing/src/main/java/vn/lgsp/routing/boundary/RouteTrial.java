package vn.lgsp.routing.boundary;

import java.util.List;
import vn.lgsp.model.error.LgspException;

/**
 * What would become of a request.
 *
 * @param version of the rules
 * @param entries for each entry that names rules, what each of these said
 * @param receivers who would receive; empty when the request would be refused
 * @param refusal why it would be refused; null when it would not
 */
public record RouteTrial(int version, List<Entry> entries, List<PacketView.Party> receivers, LgspException refusal) {

    /** One entry of the request. */
    public record Entry(int entry, String code, List<RouteVerdict> verdicts) {}
}

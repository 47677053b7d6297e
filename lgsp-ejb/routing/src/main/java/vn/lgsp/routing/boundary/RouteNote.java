package vn.lgsp.routing.boundary;

import java.util.List;
import vn.lgsp.routing.boundary.RouteVerdict.Outcome;

/**
 * How a rule found destinations of a packet.
 *
 * @param entry place in the recipients of the request, from 0
 * @param version of the rules
 * @param position of the rule that matched, from 1
 * @param lost the rules of the same code before it, each with its first condition that failed
 * @param replaced codes of agencies in whose place the backup came
 */
public record RouteNote(
        int entry, int version, String code, int position, String name, List<Lost> lost, List<String> replaced) {

    /** A rule that did not match. */
    public record Lost(int position, Outcome outcome) {}
}

package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.routing.boundary.PacketFilter;

/**
 * Chooses how the newest packets wanted are found, from how many rows the database expects. With N packets in the period, F of them as asked
 * for and A with the agencies asked for, F·A/N are wanted. Back in time, limit·N/A of the F are looked at, at most all; agency by agency,
 * limit·N/F of the A.
 */
@ApplicationScoped
public class ShortestWay {
    /** Looking for the destination of a packet means asking each monthly partition. */
    static final double COST_OF_A_CHECK = 10;

    private static final double COST_OF_AN_AGENCY = 30;
    /** So few are quick either way. */
    private static final int FEW = 20_000;

    @Inject
    private Reading reading;

    /** SQL for the newest {@code limit} packets wanted; its values are put into the map. */
    String newest(Wanted asked, int limit, Map<String, Object> values) {
        Wanted wanted = led(asked);
        Candidates candidates = new Candidates(wanted);
        String sql = wanted.parties().isEmpty() || wanted.packet() != null || throughTime(wanted, limit)
                ? candidates.throughTime(limit)
                : candidates.throughAgencies(limit);
        values.putAll(candidates.values());
        return sql;
    }

    /** The rarer group of agencies leads, the other is looked for in what is found. */
    Wanted led(Wanted wanted) {
        if (wanted.parties().size() < 2) {
            return wanted;
        }
        Wanted.Parties first = wanted.parties().get(0);
        Wanted.Parties second = wanted.parties().get(1);
        return agencies(wanted, first) <= agencies(wanted, second) ? wanted : wanted.ledBy(second);
    }

    /** How many packets the filter leaves, whoever takes part. */
    double asked(Wanted wanted) {
        Map<String, Object> values = new HashMap<>(Map.of("low", wanted.low(), "high", wanted.high()));
        String sql = "select from packet p where p.id >= :low and p.id < :high" + wanted.ofPacket(values);
        return Math.max(1, reading.expected(sql, values));
    }

    /** How many packets a group of agencies sends or receives in the period. */
    double agencies(Wanted wanted, Wanted.Parties parties) {
        Wanted only =
                new Wanted(wanted.low(), wanted.high(), Wanted.any(wanted.filter()), null, null, List.of(parties));
        Candidates candidates = new Candidates(only);
        return Math.max(1, reading.expected(candidates.all(), candidates.values()));
    }

    private boolean throughTime(Wanted wanted, int limit) {
        Wanted.Parties lead = wanted.parties().get(0);
        if (!wanted.narrowed() && (long) lead.ids().size() * limit <= FEW) {
            return false;
        }
        double all = asked(new Wanted(wanted.low(), wanted.high(), Wanted.any(wanted.filter()), null, null, List.of()));
        double asked = wanted.narrowed() ? asked(wanted) : all;
        double theirs = agencies(wanted, lead);
        double looks = lead.direction() == PacketFilter.Direction.SENT ? 1 : COST_OF_A_CHECK;
        double back = Math.min(asked, limit * all / theirs) * looks;
        double perAgency = Math.min(theirs, lead.ids().size() * limit * all / asked);
        return back < perAgency + lead.ids().size() * COST_OF_AN_AGENCY;
    }
}

package vn.lgsp.reporting.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.reporting.control.RankingReader;
import vn.lgsp.reporting.control.SeriesReader;
import vn.lgsp.reporting.control.TroubleReader;

/**
 * Figures for dashboards and reports (Điều 5.11), right to the second and read from roll-ups. Everybody sees the figures of the agencies
 * whose packets he may see.
 *
 * <p>Every method refuses with FORBIDDEN somebody who may see no packets at all, and with NOT_FOUND an agency that does not exist or is out
 * of reach.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Statistics {
    @Inject
    private Scope scope;

    @EJB
    private Directory directory;

    @Inject
    private SeriesReader series;

    @Inject
    private RankingReader ranking;

    @Inject
    private TroubleReader trouble;

    /** Figures step by step; {@link Series#sent()} and {@link Series#received()} are those of the whole time. */
    public Series series(Staff staff, TrafficQuery query) {
        return series.read(agencies(staff, query.agency()), query);
    }

    /** As {@link #series}, without delivery times; for long times of which only the counts are shown. */
    public Series counts(Staff staff, TrafficQuery query) {
        return series.counts(agencies(staff, query.agency()), query);
    }

    /** Agencies with any traffic, those with the most first; one row more than the page's limit when there are more. */
    public List<AgencyTraffic> ranking(Staff staff, TrafficQuery query, Ranking page) {
        return ranking.read(agencies(staff, query.agency()), query, page);
    }

    /** How many agencies had any traffic. */
    public long participants(Staff staff, TrafficQuery query) {
        return ranking.count(agencies(staff, query.agency()), query);
    }

    /** What is under way at this moment. */
    public Backlog backlog(Staff staff) {
        return trouble.backlog(agencies(staff, null));
    }

    /**
     * The codes with which requests of the agencies' applications were refused most often, most frequent first.
     *
     * @param limit 1–100
     */
    public List<RefusalCount> refusals(Staff staff, Span span, int limit) {
        return trouble.refusals(agencies(staff, null), span, limit);
    }

    /** The agencies asked for; null for all. */
    private Set<UUID> agencies(Staff staff, String code) {
        Scope.Agencies readable = scope.readable(staff);
        if (code == null) {
            return readable.everything() ? null : readable.ids();
        }
        AgencyView agency = directory
                .byCode(code)
                .filter(found -> readable.everything() || readable.ids().contains(found.id()))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        return directory.subtree(agency.id());
    }
}

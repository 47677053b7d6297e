package vn.lgsp.reporting.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.reporting.boundary.AgencyTraffic;
import vn.lgsp.reporting.boundary.Ranking;
import vn.lgsp.reporting.boundary.TrafficQuery;

/** Reads which agencies sent and received most: keyset pages over the sums of each. */
@ApplicationScoped
public class RankingReader {
    /** First who stands where, by one sum over everything; then all sums, of the agencies of this page alone. */
    private static final String SELECT =
            """
            with ranked as (
                select agency_id, coalesce(sum(completed) filter (where ? in ('BOTH', direction)), 0) as rank
                from traffic_now %1$s
                group by agency_id
            ), page as (
                select a.id, a.code, a.name, r.rank from ranked r join agency a on a.id = r.agency_id
                where ? or r.rank < ? or r.rank = ? and a.code > ?
                order by r.rank desc, a.code
                limit ?
            ), summed as (
                select agency_id, direction,
                    sum(requested) r1, sum(completed) r2, sum(confirmed) r3, sum(refused) r4, sum(expired) r5, sum(cancelled) r6,
                    sum(failed) r7, sum(abandoned) r8, sum(bytes_completed) r9, sum(bytes_confirmed) r10
                from traffic_now %1$s and agency_id in (select id from page)
                group by agency_id, direction
            )
            select p.code, p.name, s.r1, s.r2, s.r3, s.r4, s.r5, s.r6, s.r7, s.r8, s.r9, s.r10,
                t.r1, t.r2, t.r3, t.r4, t.r5, t.r6, t.r7, t.r8, t.r9, t.r10
            from page p
            left join summed s on s.agency_id = p.id and s.direction = 'SENT'
            left join summed t on t.agency_id = p.id and t.direction = 'RECEIVED'
            order by p.rank desc, p.code
            """;

    /** One look into the index for each agency, however much it sent: the rows of a month are never read. */
    private static final String COUNT =
            """
            select count(*) from agency a
            where exists (select from traffic t %s and t.agency_id = a.id)
                or a.id in (select agency_id from traffic_fresh %s)
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** One page, and one row more when there are more. */
    public List<AgencyTraffic> read(Set<UUID> agencies, TrafficQuery query, Ranking ranking) {
        Narrowing narrowing = new Narrowing(agencies, query);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT.formatted(narrowing.where()))) {
            select.setString(1, ranking.by().name());
            int place = narrowing.bind(select, 2);
            Ranking.After after = ranking.after() == null ? new Ranking.After(0, "") : ranking.after();
            select.setBoolean(place, ranking.after() == null);
            select.setLong(place + 1, after.count());
            select.setLong(place + 2, after.count());
            select.setString(place + 3, after.code());
            select.setInt(place + 4, ranking.limit() + 1);
            narrowing.bind(select, place + 5);
            List<AgencyTraffic> result = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    result.add(new AgencyTraffic(
                            rows.getString(1),
                            rows.getString(2),
                            SeriesReader.counts(rows, 3),
                            SeriesReader.counts(rows, 13)));
                }
            }
            return result;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** How many of these agencies had any traffic; null for all. */
    public long count(Set<UUID> agencies, TrafficQuery query) {
        Narrowing narrowing = new Narrowing(agencies, query);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNT.formatted(narrowing.where(), narrowing.where()))) {
            narrowing.bind(select, narrowing.bind(select, 1));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }
}

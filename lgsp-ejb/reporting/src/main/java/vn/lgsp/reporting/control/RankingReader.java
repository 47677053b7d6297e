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
    private static final String SELECT =
            """
            with summed as (
                select agency_id, direction,
                    sum(requested) r1, sum(completed) r2, sum(confirmed) r3, sum(refused) r4, sum(expired) r5, sum(cancelled) r6,
                    sum(failed) r7, sum(abandoned) r8, sum(bytes_completed) r9, sum(bytes_confirmed) r10
                from traffic_now %s
                group by agency_id, direction
            ), ranked as (
                select a.code, a.name, s.*, t.r1 t1, t.r2 t2, t.r3 t3, t.r4 t4, t.r5 t5, t.r6 t6, t.r7 t7, t.r8 t8, t.r9 t9, t.r10 t10,
                    case ? when 'SENT' then coalesce(s.r2, 0) when 'RECEIVED' then coalesce(t.r2, 0)
                        else coalesce(s.r2, 0) + coalesce(t.r2, 0) end as rank
                from (select * from summed where direction = 'SENT') s
                full join (select * from summed where direction = 'RECEIVED') t on t.agency_id = s.agency_id
                join agency a on a.id = coalesce(s.agency_id, t.agency_id)
            )
            select code, name, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10
            from ranked
            where ? or rank < ? or rank = ? and code > ?
            order by rank desc, code
            limit ?
            """;

    /** One look into the index for each agency, however much it sent: the rows of a month are never read. */
    private static final String COUNT =
            """
            select count(*) from agency a
            where exists (select from traffic t where t.agency_id = a.id and %s)
                or a.id in (select agency_id from traffic_fresh where %s)
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** One page, and one row more when there are more. */
    public List<AgencyTraffic> read(Set<UUID> agencies, TrafficQuery query, Ranking ranking) {
        Narrowing narrowing = new Narrowing(agencies, query);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT.formatted(narrowing.where()))) {
            int place = narrowing.bind(select, 1);
            Ranking.After after = ranking.after() == null ? new Ranking.After(0, "") : ranking.after();
            select.setString(place, ranking.by().name());
            select.setBoolean(place + 1, ranking.after() == null);
            select.setLong(place + 2, after.count());
            select.setLong(place + 3, after.count());
            select.setString(place + 4, after.code());
            select.setInt(place + 5, ranking.limit() + 1);
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

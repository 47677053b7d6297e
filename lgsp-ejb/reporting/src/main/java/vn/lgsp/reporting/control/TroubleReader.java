package vn.lgsp.reporting.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.reporting.boundary.Backlog;
import vn.lgsp.reporting.boundary.RefusalCount;
import vn.lgsp.reporting.boundary.Span;

/** Reads what waits and what was refused. */
@ApplicationScoped
public class TroubleReader {
    private static final String OPEN = "d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')";
    private static final String WAITING =
            """
            select count(*), count(*) filter (where greatest(d.updated_at, d.not_before) < now() - interval '24 hours'),
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /**
     * What is under way now, from the partial index of open deliveries.
     *
     * @param agencies whose deliveries; null for all
     */
    public Backlog backlog(Set<UUID> agencies) {
        String sql = agencies == null
                ? WAITING + " count(*), count(*), min(d.updated_at) from delivery d where " + OPEN
                : WAITING
                        + """
                        count(*) filter (where d.destination_agency_id = any (a.ids)),
                            count(*) filter (where p.source_agency_id = any (a.ids)), min(d.updated_at)
                        from (select cast(? as uuid[]) as ids) a
                        cross join delivery d
                        join packet p on p.id = d.packet_id
                        where (d.destination_agency_id = any (a.ids) or p.source_agency_id = any (a.ids)) and
                        """
                        + OPEN;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            if (agencies != null) {
                select.setArray(1, connection.createArrayOf("uuid", agencies.toArray()));
            }
            try (var row = select.executeQuery()) {
                row.next();
                OffsetDateTime oldest = row.getObject(5, OffsetDateTime.class);
                return new Backlog(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        oldest == null ? null : oldest.toInstant());
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /**
     * The codes most often refused, most frequent first.
     *
     * @param agencies whose applications asked; null for everybody, unknown ones included
     */
    public List<RefusalCount> refusals(Set<UUID> agencies, Span span, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        """
                        select code, sum(requests) from refusal
                        where start >= ? and start < ? and (? or agency_id = any (?))
                        group by code order by 2 desc, code limit ?
                        """)) {
            select.setObject(1, span.from().atOffset(ZoneOffset.UTC));
            select.setObject(2, span.to().atOffset(ZoneOffset.UTC));
            select.setBoolean(3, agencies == null);
            select.setArray(4, connection.createArrayOf("uuid", agencies == null ? new Object[0] : agencies.toArray()));
            select.setInt(5, limit);
            List<RefusalCount> result = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    long requests = rows.getLong(2);
                    ErrorCode.byCode(rows.getString(1)).ifPresent(code -> result.add(new RefusalCount(code, requests)));
                }
            }
            return result;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }
}

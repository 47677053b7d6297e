package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.authentication.boundary.OldWayOfDay;
import vn.lgsp.authentication.boundary.WaiverView;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.registry.boundary.Scope;

/** Reads waivers, and how often old ways of signing were used. */
@ApplicationScoped
public class WaiverReader {
    private static final int MOST = 200;

    private static final String SELECT =
            """
            select w.id, w.application_id, a.code, a.name, g.name, w.kind, w.reason, c.username, w.granted_at, w.not_after,
                w.ended_at is null and w.not_after > now(), w.ended_at, e.username, w.end_reason
            from scheme_waiver w
            join application a on a.id = w.application_id
            join agency g on g.id = a.agency_id
            left join account c on c.id = w.granted_by
            left join account e on e.id = w.ended_by
            """;

    private static final String USE =
            """
            select a.id, a.code, a.name, u.scheme, u.day, sum(u.requests), max(u.last_at)
            from key_use u join access_key k on k.id = u.access_key_id
            join application a on a.id = k.application_id
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Waivers in reach, newest first. */
    public List<WaiverView> list(Scope.Agencies reach, UUID applicationId) {
        var narrowing = Narrowing.reaching(reach, "a.agency_id").andIf("w.application_id = ?", applicationId);
        return read(SELECT + narrowing.sql() + " order by w.granted_at desc, w.id limit " + MOST, narrowing);
    }

    /** One waiver, whoever it concerns. */
    public Optional<WaiverView> find(UUID id) {
        var narrowing = new Narrowing().and("w.id = ?", id);
        return read(SELECT + narrowing.sql(), narrowing).stream().findFirst();
    }

    /** Uses of old ways per application and day since a day (UTC), newest day first. */
    public List<OldWayOfDay> use(Scope.Agencies reach, UUID applicationId, LocalDate since) {
        var narrowing = Narrowing.reaching(reach, "a.agency_id")
                .andIf("a.id = ?", applicationId)
                .and("u.day >= ?", since)
                .and(
                        "(u.algorithm = ? or u.scheme = ?)",
                        Algorithm.HMAC_SHA1.label(),
                        SignatureScheme.ACCESS_TOKEN_HEADER.name());
        try (var connection = database.getConnection();
                var query = narrowing.prepare(
                        connection,
                        USE + narrowing.sql()
                                + " group by a.id, a.code, a.name, u.scheme, u.day order by u.day desc, a.code, u.scheme limit 1000");
                var rows = query.executeQuery()) {
            var days = new ArrayList<OldWayOfDay>();
            while (rows.next()) {
                days.add(new OldWayOfDay(
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        rows.getString(3),
                        SignatureScheme.ACCESS_TOKEN_HEADER.name().equals(rows.getString(4))
                                ? WaiverKind.ACCESS_TOKEN_HEADER
                                : WaiverKind.HMAC_SHA1,
                        rows.getObject(5, LocalDate.class),
                        rows.getLong(6),
                        StoredKey.instant(rows, 7)));
            }
            return days;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private List<WaiverView> read(String sql, Narrowing narrowing) {
        try (var connection = database.getConnection();
                var query = narrowing.prepare(connection, sql);
                var rows = query.executeQuery()) {
            var waivers = new ArrayList<WaiverView>();
            while (rows.next()) {
                waivers.add(waiver(rows));
            }
            return waivers;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static WaiverView waiver(ResultSet row) throws SQLException {
        return new WaiverView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                WaiverKind.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                StoredKey.instant(row, 9),
                StoredKey.instant(row, 10),
                row.getBoolean(11),
                StoredKey.instant(row, 12),
                row.getString(13),
                row.getString(14));
    }
}

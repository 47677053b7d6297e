package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import vn.lgsp.authentication.boundary.AuthenticationEventFilter;
import vn.lgsp.authentication.boundary.AuthenticationEventView;
import vn.lgsp.authentication.boundary.AuthenticationEvents.RefusalsOfDay;
import vn.lgsp.authentication.boundary.RefusalReason;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.registry.boundary.Scope;

/** Reads the authentication log. */
@ApplicationScoped
public class AuthenticationEventReader {
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final String COLUMNS =
            """
            select e.id, e.at, e.request_id, e.application_id, a.name, g.name, e.access_key_id, e.key_hint, t.name, e.scheme, e.algorithm,
                e.reason, e.method, e.path, e.remote_address, e.repeats, e.signing_text
            from authentication_event e
            left join application a on a.id = e.application_id
            left join agency g on g.id = e.agency_id
            left join application t on t.id = e.target_id
            """;

    private static final String PER_DAY =
            """
            select (e.at at time zone 'Asia/Ho_Chi_Minh')::date, e.reason, sum(e.repeats)
            from authentication_event e
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Entries in reach, newest first. */
    public List<AuthenticationEventView> list(Scope.Agencies reach, AuthenticationEventFilter filter) {
        var narrowing = narrowing(reach, filter);
        if (filter.after() != null) {
            narrowing.and("e.id < ?", filter.after());
        }
        return read(COLUMNS + narrowing.sql() + " order by e.id desc limit " + filter.limit(), narrowing);
    }

    /** One entry in reach. */
    public Optional<AuthenticationEventView> find(Scope.Agencies reach, UUID id) {
        var narrowing = reaching(reach);
        narrowing.and("e.id = ?", id);
        return read(COLUMNS + narrowing.sql(), narrowing).stream().findFirst();
    }

    /** Refusals per day and reason. */
    public List<RefusalsOfDay> refusals(
            Scope.Agencies reach, AuthenticationEventFilter filter, Instant from, Instant to) {
        var narrowing = narrowing(reach, filter);
        narrowing.and("e.at >= ?", from.atOffset(ZoneOffset.UTC));
        narrowing.and("e.at < ?", to.atOffset(ZoneOffset.UTC));
        try (var connection = database.getConnection();
                var query = narrowing.prepare(
                        connection,
                        PER_DAY + narrowing.sql() + " and e.reason is not null group by 1, 2 order by 1, 2");
                var rows = query.executeQuery()) {
            var days = new ArrayList<RefusalsOfDay>();
            while (rows.next()) {
                var day = rows.getObject(1, LocalDate.class);
                var number = rows.getLong(3);
                RefusalReason.of(rows.getString(2))
                        .ifPresent(reason -> days.add(new RefusalsOfDay(day, reason, number)));
            }
            return days;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static Narrowing narrowing(Scope.Agencies reach, AuthenticationEventFilter filter) {
        var narrowing = reaching(reach);
        if (filter.agencyId() != null) {
            narrowing.and("e.agency_id = ?", filter.agencyId());
        }
        if (filter.applicationId() != null) {
            narrowing.and("e.application_id = ?", filter.applicationId());
        }
        if (filter.refused() != null) {
            narrowing.and("(e.reason is not null) = ?", filter.refused());
        }
        if (filter.reason() != null) {
            narrowing.and("e.reason = ?", filter.reason().code());
        }
        if (filter.scheme() != null) {
            narrowing.and("e.scheme = ?", filter.scheme().name());
        }
        if (filter.text() != null) {
            text(narrowing, filter.text().strip());
        }
        if (filter.from() != null) {
            narrowing.and("e.at >= ?", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            narrowing.and("e.at < ?", filter.to().atOffset(ZoneOffset.UTC));
        }
        return narrowing;
    }

    private static void text(Narrowing narrowing, String text) {
        if (ID.matcher(text).matches()) {
            narrowing.and("e.request_id = ?", UUID.fromString(text));
        } else if (text.length() == 4 && !text.contains(".")) {
            narrowing.and("e.key_hint = ?", text);
        } else {
            narrowing.and("starts_with(e.remote_address, ?)", text);
        }
    }

    private static Narrowing reaching(Scope.Agencies reach) {
        return Narrowing.reaching(reach, "e.agency_id");
    }

    private List<AuthenticationEventView> read(String sql, Narrowing narrowing) {
        try (var connection = database.getConnection();
                var query = narrowing.prepare(connection, sql);
                var rows = query.executeQuery()) {
            var entries = new ArrayList<AuthenticationEventView>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static AuthenticationEventView entry(ResultSet row) throws SQLException {
        var scheme = row.getString(10);
        return new AuthenticationEventView(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                scheme == null ? null : SignatureScheme.valueOf(scheme),
                row.getString(11),
                RefusalReason.of(row.getString(12)).orElse(null),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getInt(16),
                row.getString(17));
    }
}

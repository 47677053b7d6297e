package vn.lgsp.reporting.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.reporting.boundary.ApplicationStatus;
import vn.lgsp.reporting.boundary.ConnectionFigures;
import vn.lgsp.reporting.boundary.Onboarding;

/** Reads how applications are connected. Agencies are null for all. */
@ApplicationScoped
public class ConnectionReader {
    private static final String FIGURES =
            """
            with mine as (
                select a.id, exists (select from client_session s where s.application_id = a.id and s.closed_at is null) as online,
                    exists (select from client_session s where s.application_id = a.id) as known
                from application a
                where a.state = 'ACTIVE' and (? or a.agency_id = any (?))
            ), waiting as (
                select distinct destination_application_id as id from delivery
                where state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
            )
            select count(*), count(*) filter (where online), count(*) filter (where not known),
                count(*) filter (where not online and id in (select id from waiting)),
                (select count(*) from access_key k where k.application_id in (select id from mine) and k.revoked_at is null
                    and k.not_after between now() and now() + interval '30 days')
            from mine
            """;
    private static final String APPLICATIONS =
            """
            select a.code, a.name, g.code, a.environment, a.state,
                exists (select from client_session s where s.application_id = a.id and s.closed_at is null) as online,
                (select last_seen_at from client_session s where s.application_id = a.id order by opened_at desc limit 1),
                k.usable, k.ends
            from application a
            join agency g on g.id = a.agency_id
            cross join lateral (
                select count(*) as usable, min(not_after) as ends from access_key k
                where k.application_id = a.id and k.revoked_at is null and k.not_before <= now() and (k.not_after is null or k.not_after > now())) k
            where a.state <> 'RETIRED' and (? or a.agency_id = any (?))
            order by online, a.name, a.code
            limit ?
            """;
    private static final String ONBOARDING =
            """
            with mine as (select id, created_at from application where ? or agency_id = any (?))
            select (select min(created_at) from mine),
                (select min(k.created_at) from access_key k where k.environment = 'TEST' and k.application_id in (select id from mine)),
                (select min(start) from traffic_now where grain = 'DAY' and direction = 'SENT' and completed > 0 and agency_id = any (?)),
                (select min(start) from traffic_now where grain = 'DAY' and direction = 'RECEIVED' and confirmed > 0 and agency_id = any (?))
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Figures of these agencies. */
    public ConnectionFigures figures(Set<UUID> agencies) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIGURES)) {
            bind(connection, select, agencies);
            try (var row = select.executeQuery()) {
                row.next();
                return new ConnectionFigures(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** Applications of these agencies, those that are not connected first. */
    public List<ApplicationStatus> applications(Set<UUID> agencies, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(APPLICATIONS)) {
            bind(connection, select, agencies);
            select.setInt(3, limit);
            List<ApplicationStatus> result = new ArrayList<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new ApplicationStatus(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            Environment.valueOf(row.getString(4)),
                            Application.State.valueOf(row.getString(5)),
                            row.getBoolean(6),
                            time(row, 7),
                            row.getLong(8),
                            time(row, 9)));
                }
            }
            return result;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** How far these agencies have come. */
    public Onboarding onboarding(Set<UUID> agencies) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ONBOARDING)) {
            bind(connection, select, agencies);
            Object[] counted = agencies == null ? new Object[] {Narrowing.WHOLE} : agencies.toArray();
            select.setArray(3, connection.createArrayOf("uuid", counted));
            select.setArray(4, connection.createArrayOf("uuid", counted));
            try (var row = select.executeQuery()) {
                row.next();
                return new Onboarding(time(row, 1), time(row, 2), time(row, 3), time(row, 4));
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement select, Set<UUID> agencies) throws SQLException {
        select.setBoolean(1, agencies == null);
        select.setArray(2, connection.createArrayOf("uuid", agencies == null ? new Object[0] : agencies.toArray()));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

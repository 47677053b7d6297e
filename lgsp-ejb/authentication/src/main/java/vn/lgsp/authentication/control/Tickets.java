package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Tickets of access in the database (khóa phiên truy xuất, Điều 10.2): only their hashes. Nothing is kept at hand, so what was revoked is over. */
@ApplicationScoped
public class Tickets {
    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /**
     * A ticket.
     *
     * @param keyId the access key that asked for it, and that must sign the requests it is shown with
     * @param scope codes of operations, separated by blanks
     * @param useLimit how often it may be used; null for any number
     */
    public record Ticket(
            UUID id,
            UUID sourceApplicationId,
            UUID keyId,
            UUID destinationApplicationId,
            UUID serviceId,
            String resource,
            String scope,
            Instant issuedAt,
            Instant expiresAt,
            Integer useLimit) {}

    /** Stores a new ticket under the hash of its text. */
    public void add(Ticket ticket, byte[] hash) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        """
                        insert into access_ticket (id, token_hash, source_application_id, access_key_id, destination_application_id,
                            service_id, resource, scope, issued_at, expires_at, use_limit)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, ticket.id());
            insert.setBytes(2, hash);
            insert.setObject(3, ticket.sourceApplicationId());
            insert.setObject(4, ticket.keyId());
            insert.setObject(5, ticket.destinationApplicationId());
            insert.setObject(6, ticket.serviceId());
            insert.setString(7, ticket.resource());
            insert.setString(8, ticket.scope());
            insert.setObject(9, ticket.issuedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(10, ticket.expiresAt().atOffset(ZoneOffset.UTC));
            insert.setObject(11, ticket.useLimit(), Types.INTEGER);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** The ticket of this hash that has neither ended nor been revoked nor used up. */
    public Optional<Ticket> find(byte[] hash, Instant now) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        """
                        select id, source_application_id, access_key_id, destination_application_id, service_id, resource, scope, issued_at,
                            expires_at, use_limit
                        from access_ticket
                        where token_hash = ? and expires_at > ? and revoked_at is null and (use_limit is null or uses < use_limit)
                        """)) {
            query.setBytes(1, hash);
            query.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(ticket(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /**
     * Counts a use, in the moment in which it must still be good.
     *
     * @return false when it has been revoked or used up meanwhile
     */
    public boolean use(UUID ticketId, Instant now) {
        return update(
                        """
                        update access_ticket set uses = uses + 1
                        where id = ? and expires_at > ? and revoked_at is null and (use_limit is null or uses < use_limit)
                        """,
                        ticketId,
                        now)
                == 1;
    }

    /**
     * Ends a ticket for ever.
     *
     * @param sourceApplicationId who must have asked for it
     * @return the destination's application; empty when this source has no such ticket, or it was ended before
     */
    public Optional<UUID> revoke(byte[] hash, UUID sourceApplicationId, Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        """
                        update access_ticket set revoked_at = ? where token_hash = ? and source_application_id = ? and revoked_at is null
                        returning destination_application_id
                        """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setBytes(2, hash);
            update.setObject(3, sourceApplicationId);
            try (var rows = update.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** Removes tickets that have ended before this; returns how many, {@code limit} at most. */
    public int purge(Instant before, int limit) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        """
                        delete from access_ticket where id in
                            (select id from access_ticket where expires_at < ? order by expires_at limit ? for update skip locked)
                        """)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, limit);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private int update(String sql, UUID id, Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            return update.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, Integer.class));
    }
}

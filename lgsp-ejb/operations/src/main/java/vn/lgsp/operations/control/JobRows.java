package vn.lgsp.operations.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** Writes jobs; in SQL, because ten thousand items are one statement. Joins the transaction of its caller. */
@ApplicationScoped
public class JobRows {
    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /**
     * Stores a job with its items, unless the person sent the same token before.
     *
     * @return the job's id when it is new; empty when it was there
     */
    Optional<UUID> insert(Staff staff, NewJob job) {
        UUID id = Ids.next();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        """
                        insert into job (id, kind, account_id, agency_id, reason, parameters, token, fingerprint, total, created_at)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?) on conflict (account_id, token) do nothing
                        """);
                var items = connection.prepareStatement(
                        """
                        insert into job_item (job_id, position, item, due_at)
                        select ?, position, item, ? from unnest(?) with ordinality as given (item, position)
                        """)) {
            var now = Instant.now().atOffset(ZoneOffset.UTC);
            insert.setObject(1, id);
            insert.setString(2, job.order().kind());
            insert.setObject(3, staff.accountId());
            insert.setObject(4, staff.agencyId());
            insert.setString(5, job.order().reason().strip());
            insert.setString(6, job.parametersAsJson());
            insert.setString(7, job.order().token());
            insert.setBytes(8, job.fingerprint());
            insert.setInt(9, job.order().items().size());
            insert.setObject(10, now);
            if (insert.executeUpdate() == 0) {
                return Optional.empty();
            }
            items.setObject(1, id);
            items.setObject(2, now);
            items.setArray(
                    3, connection.createArrayOf("text", job.order().items().toArray()));
            items.executeUpdate();
            return Optional.of(id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The job that the person ordered with this token.
     *
     * @throws LgspException IDEMPOTENCY_KEY_REUSED when that was another order
     */
    UUID ordered(Staff staff, NewJob job) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select id, fingerprint from job where account_id = ? and token = ?")) {
            query.setObject(1, staff.accountId());
            query.setString(2, job.order().token());
            try (var rows = query.executeQuery()) {
                rows.next();
                if (!Arrays.equals(rows.getBytes(2), job.fingerprint())) {
                    throw new LgspException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
                }
                return rows.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many jobs of the person are running. */
    int running(Staff staff) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from job where account_id = ? and state = 'RUNNING'")) {
            query.setObject(1, staff.accountId());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

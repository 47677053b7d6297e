package vn.lgsp.sample.control;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The last step of a removal: keys, rights, applications, people and agencies. Whatever something real still refers to stays, out of use:
 * an application retired, an account disabled.
 */
@Dependent
public class Closing {
    private static final String APPLICATIONS = "(select id from application where sample and code <> all (?))";
    private static final List<String> OF_APPLICATIONS = List.of(
            "delete from event where application_id in " + APPLICATIONS,
            "delete from undeliverable_notice where application_id in " + APPLICATIONS,
            "delete from event_cursor where application_id in " + APPLICATIONS,
            "delete from idempotency_key where application_id in " + APPLICATIONS,
            "delete from client_session where application_id in " + APPLICATIONS,
            "delete from authentication_event where application_id in " + APPLICATIONS,
            "update authentication_event set target_id = null where target_id in " + APPLICATIONS,
            "delete from scheme_waiver where application_id in " + APPLICATIONS,
            "delete from access_key where application_id in " + APPLICATIONS,
            "delete from client_certificate where authority_id is null and application_id in " + APPLICATIONS,
            "delete from certificate_policy where application_id in " + APPLICATIONS,
            "delete from access_right where source_application_id in " + APPLICATIONS,
            """
            with doomed as materialized (select id from application where sample and code <> all (?))
            update application a set state = 'RETIRED' from doomed d
            where a.id = d.id and not delete_unless_needed('application', d.id)
            """);

    private static final String ACCOUNTS = "(select id from account where sample and username <> all (?))";
    /** What belongs to an account alone; some of it may not be there in this version of the schema. */
    private static final List<String> OF_ACCOUNTS = List.of(
            "account_role",
            "staff_session",
            "account_second_factor",
            "account_recovery_code",
            "account_link",
            "saved_filter");

    /**
     * Removes who is left once the packets are gone.
     *
     * @param demo whether the demonstration runs, whose own applications, people and agencies then stay
     */
    void close(Connection connection, Order order, boolean demo) throws SQLException {
        Set<String> applications = demo ? Core.APPLICATIONS : Set.of();
        for (String sql : OF_APPLICATIONS) {
            run(connection, sql, applications);
        }
        // With its documents, events and effects; what it did to agencies goes with these.
        try (PreparedStatement statement = connection.prepareStatement("delete from reorganisation where sample")) {
            statement.execute();
        }
        // Whoever gave the order in the portal keeps the account that he or she is signed in with.
        Set<String> accounts = demo ? Core.ACCOUNTS : Set.of(order.by());
        for (String table : OF_ACCOUNTS) {
            if (exists(connection, table)) {
                run(connection, "delete from " + table + " where account_id in " + ACCOUNTS, accounts);
            }
        }
        run(
                connection,
                """
                with doomed as materialized (select id from account where sample and username <> all (?))
                update account a set disabled = true from doomed d where a.id = d.id and not delete_unless_needed('account', d.id)
                """,
                accounts);
        agencies(connection, demo);
    }

    /** From below: an agency goes when nothing stands below it any more. */
    private static void agencies(Connection connection, boolean demo) throws SQLException {
        for (int level = 4; level >= 1; level--) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select delete_unless_needed('agency', id) from agency where sample and level = ? and (? or kind in (?, ?))")) {
                statement.setInt(1, level);
                statement.setBoolean(2, !demo);
                statement.setString(3, Founding.BEYOND_KIND);
                statement.setString(4, Rearrangements.KIND);
                statement.execute();
            }
        }
    }

    private static void run(Connection connection, String sql, Collection<String> kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("varchar", kept.toArray()));
            statement.executeUpdate();
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}

package vn.lgsp.sample.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.lgsp.sample.boundary.SampleState.Counts;

/** Counts what is marked as a sample. */
@ApplicationScoped
public class Census {
    private static final String SQL =
            """
            select (select count(*) from agency where sample),
                (select count(*) from application where sample),
                (select count(*) from access_key k join application a on a.id = k.application_id where a.sample),
                (select count(*) from access_right r join application a on a.id = r.source_application_id where a.sample),
                (select count(*) from account where sample),
                (select count(*) from packet p join application a on a.id = p.source_application_id where a.sample),
                (select count(*) from delivery d join packet p on p.id = d.packet_id join application a on a.id = p.source_application_id
                    where a.sample and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING'))
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    public Counts counts() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SQL);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Counts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

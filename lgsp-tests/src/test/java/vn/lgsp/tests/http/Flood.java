package vn.lgsp.tests.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;

/**
 * Packets of one application, which has to be a sample's, that wait for another one: all of them of normal importance, and of an agency that has
 * sent nothing else. They come as samples do, for requests would take minutes. Closing takes them away again: they would be in the figures of other tests.
 */
public final class Flood implements AutoCloseable {
    private final Database database;
    private final String agency;
    private final UUID source;
    private final UUID destination;
    private int number;

    public Flood(PlatformProcess platform, Application source, Application destination) {
        this.database = platform.database();
        this.agency = new Province(platform).agencyBelow();
        this.source = idOf(source);
        this.destination = idOf(destination);
    }

    private UUID idOf(Application application) {
        return (UUID) database.one(
                "select application_id from access_key where access_key = ?",
                application.credentials().accessKey());
    }

    /** The code of the agency whose they are. */
    public String agency() {
        return agency;
    }

    /** Lets so many more come. */
    public Flood add(int more) {
        asSample(
                """
                create temporary table flood on commit drop as
                select uuid_at(now() - interval '1 hour' + n * interval '1 millisecond') as id, a.id as agency, s.id as source,
                    r.id as receiver, r.agency_id as receiver_agency
                from generate_series(%d, %d) n, agency a, application s, application r
                where a.code = '%s' and s.id = '%s' and r.id = '%s'
                """
                        .formatted(number + 1, number + more, agency, source, destination),
                """
                insert into packet_history (packet_id, subject, subject_id, seq, from_state, to_state, at, actor, node)
                select id, subject, id, seq, before, state, now(), 'thử', 'thử' from flood,
                    (values ('PACKET', 4, 'RECEIVED', 'PLANNED'), ('DELIVERY', 1, 'WAITING', 'PLANNED'), ('CONTENT', 1, 'EMPTY', 'STORED'))
                    as steps (subject, seq, before, state)
                """,
                """
                insert into packet (id, state, state_seq, source_application_id, source_agency_id, title, importance, data_type, protocol,
                    created_at, updated_at)
                select id, 'PLANNED', 4, source, agency, 'Gói tin dồn', 0, 'file', 'file', now(), now() from flood
                """,
                """
                insert into content (packet_id, state, state_seq, wrapped_key, master_key_id, updated_at)
                select id, 'STORED', 1, '\\x00', 'none', now() from flood
                """,
                """
                insert into delivery (id, packet_id, state, state_seq, destination_agency_id, destination_application_id, importance, deadline,
                    attempts, created_at, updated_at)
                select id, id, 'PLANNED', 1, receiver_agency, receiver, 0, now() + interval '1 day', 1, now(), now() from flood
                """);
        number += more;
        database.update("analyze delivery");
        return this;
    }

    @Override
    public void close() {
        String packets =
                " where packet_id in (select p.id from packet p join agency a on a.id = p.source_agency_id where a.code = '%s')"
                        .formatted(agency);
        asSample(
                // Whoever is acting on one of them has locked it first.
                "select id from packet where source_agency_id = (select id from agency where code = '%s') order by id for update"
                        .formatted(agency),
                "delete from undeliverable" + packets,
                "delete from delivery_attempt" + packets,
                "delete from packet_history" + packets,
                "delete from packet_search" + packets,
                "delete from content" + packets,
                "delete from delivery" + packets,
                "delete from packet where source_agency_id = (select id from agency where code = '%s')"
                        .formatted(agency));
    }

    private void asSample(String... statements) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('lgsp.sample_load', 'on', true)");
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What any node changed about who may sign in, seen by this one within a second: the database notes each change by itself, and whoever reads
 * the notes forgets what is at hand. A change is looked for as long as its transaction may have taken, so none is missed that was committed
 * late.
 */
@ApplicationScoped
public class AccessChanges {
    /** How long a transaction may take between its change and its commit, seconds. */
    private static final int LATEST = 60;

    private static final String NEWS =
            """
            select c.id, c.access_key_id, k.access_key, c.application_id
            from access_change c left join access_key k on k.id = c.access_key_id
            where c.at > clock_timestamp() - interval '%d seconds'
            """
                    .formatted(LATEST);

    private final Set<UUID> told = new HashSet<>();

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private Event<KeyRevoked> keys;

    @Inject
    private Event<ApplicationChanged> applications;

    /** Tells this node what has changed since the last call; called by one thread at a time. */
    public void tell() {
        Map<UUID, Object> news = read();
        told.retainAll(news.keySet());
        news.forEach((id, change) -> {
            if (told.add(id)) {
                if (change instanceof KeyRevoked key) {
                    keys.fire(key);
                } else if (change instanceof ApplicationChanged application) {
                    applications.fire(application);
                }
            }
        });
    }

    private Map<UUID, Object> read() {
        var news = new HashMap<UUID, Object>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(NEWS);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                var key = rows.getObject(2, UUID.class);
                var accessKey = rows.getString(3);
                if (key == null) {
                    news.put(id, new ApplicationChanged(rows.getObject(4, UUID.class)));
                } else if (accessKey != null) {
                    news.put(id, new KeyRevoked(key, accessKey));
                }
            }
            return news;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** Removes notes that every node has read long ago. */
    public void purge() {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from access_change where at < clock_timestamp() - interval '1 hour'")) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }
}

package vn.lgsp.routing.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Locks of blobs in PostgreSQL. They belong to one session of the database, which this node keeps while it holds any: a node that dies lets
 * go at once. Such locks do not tell threads of one session apart, so that this node keeps its own account besides.
 */
@ApplicationScoped
public class DatabaseBlobLocks implements BlobLocks {
    private static final Logger LOG = System.getLogger(DatabaseBlobLocks.class.getName());

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    private Session session;

    @Override
    public synchronized Optional<Held> tryLock(UUID blobId) throws IOException {
        try {
            if (session != null && !session.alive()) {
                leave(session);
            }
            if (session == null) {
                session = new Session(database.getConnection());
            }
            if (session.take(blobId)) {
                return Optional.of(new Lock(session, blobId));
            }
            leaveUnused();
            return Optional.empty();
        } catch (SQLException e) {
            leaveUnused();
            throw new StoreUnavailableException("locks of blobs cannot be had", e);
        }
    }

    private void leaveUnused() {
        if (session != null && session.held.isEmpty()) {
            leave(session);
        }
    }

    /** What it locked is nobody's from now on; whoever thinks to hold a lock of it is told at the next question. */
    private void leave(Session over) {
        over.close();
        if (over == session) {
            session = null;
        }
    }

    private synchronized void require(Session of, UUID blobId) throws StoreUnavailableException {
        if (of != session || !of.held.contains(blobId) || !of.alive()) {
            throw new StoreUnavailableException("the lock of blob " + blobId + " was lost", null);
        }
    }

    private synchronized void release(Session of, UUID blobId) {
        if (of == session) {
            of.release(blobId);
            leaveUnused();
        }
    }

    private final class Lock implements Held {
        private final Session of;
        private final UUID blobId;

        Lock(Session of, UUID blobId) {
            this.of = of;
            this.blobId = blobId;
        }

        @Override
        public void require() throws StoreUnavailableException {
            DatabaseBlobLocks.this.require(of, blobId);
        }

        @Override
        public void close() {
            release(of, blobId);
        }
    }

    /** One session of the database and the blobs that it has locked. */
    private static final class Session {
        private final Connection connection;
        private final Set<UUID> held = new HashSet<>();

        Session(Connection connection) {
            this.connection = connection;
        }

        boolean take(UUID blobId) throws SQLException {
            return !held.contains(blobId) && ask("select pg_try_advisory_lock(?)", blobId) && held.add(blobId);
        }

        void release(UUID blobId) {
            try {
                ask("select pg_advisory_unlock(?)", blobId);
            } catch (SQLException gone) {
                LOG.log(Level.DEBUG, "the session ended together with its locks", gone);
            }
            held.remove(blobId);
        }

        boolean alive() {
            try (PreparedStatement question = connection.prepareStatement("select 1");
                    ResultSet answer = question.executeQuery()) {
                return answer.next();
            } catch (SQLException gone) {
                return false;
            }
        }

        void close() {
            try (connection;
                    PreparedStatement all = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                all.execute();
            } catch (SQLException gone) {
                LOG.log(Level.DEBUG, "the session ended together with its locks", gone);
            }
        }

        private boolean ask(String sql, UUID blobId) throws SQLException {
            try (PreparedStatement question = connection.prepareStatement(sql)) {
                question.setLong(1, blobId.getMostSignificantBits() ^ blobId.getLeastSignificantBits());
                try (ResultSet answer = question.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        }
    }
}

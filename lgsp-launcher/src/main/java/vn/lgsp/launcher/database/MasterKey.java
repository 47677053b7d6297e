package vn.lgsp.launcher.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import vn.lgsp.launcher.Secrets;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

/**
 * The master key under which everything secret in the database is encrypted. It is made at the very first start only: a
 * new key beside old rows would look healthy and open nothing.
 */
public final class MasterKey {

    private static final String ENCRYPTED_ROWS =
            """
            select exists (select from access_key) or exists (select from content where wrapped_key is not null)
            """;

    private MasterKey() {}

    /**
     * Makes sure that the key file is there, readable by nobody else and well-formed. Call after the migrations.
     *
     * @return whether the key was made now
     */
    public static boolean ensure(Path file, DatabaseAccess database) throws StartFailure {
        Optional<String> key = Secrets.read(file);
        if (key.isEmpty()) {
            if (hasEncryptedRows(database)) {
                throw new StartFailure(StartError.MASTER_KEY_MISSING, file);
            }
            Secrets.create(file);
            return true;
        }
        if (!Secrets.isWellFormed(key.get()) || !Secrets.isPrivate(file)) {
            throw new StartFailure(StartError.MASTER_KEY_INVALID, file);
        }
        return false;
    }

    private static boolean hasEncryptedRows(DatabaseAccess database) throws StartFailure {
        try (Connection connection = database.open();
                PreparedStatement query = connection.prepareStatement(ENCRYPTED_ROWS);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw DatabaseCheck.failure(database, e);
        }
    }
}

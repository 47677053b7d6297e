package vn.lgsp.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import vn.lgsp.crypto.FileKeyVault;
import vn.lgsp.crypto.KeyVaultException;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

/**
 * The master key under which everything secret in the database is encrypted. It is made at the very first start only: a
 * new key beside old rows would look healthy and open nothing.
 */
public final class MasterKeyCheck {

    /** Public keys are in clear, and name none. */
    private static final String KEY_IN_USE =
            """
            select master_key_id from access_key where wrapped_secret is not null
            union all
            select master_key_id from certificate_authority
            union all
            select master_key_id from content where wrapped_key is not null
            limit 1
            """;

    private MasterKeyCheck() {}

    /**
     * Makes sure that the key file is there, readable by nobody else, well-formed and the one that this database was
     * encrypted with. Call after the migrations.
     *
     * @return whether the key was made now
     */
    public static boolean ensure(Path file, DatabaseAccess database) throws StartFailure {
        Optional<String> inUse = keyInUse(database);
        boolean create = !Files.exists(file);
        if (create) {
            if (inUse.isPresent()) {
                throw new StartFailure(StartError.MASTER_KEY_MISSING, file);
            }
            try {
                FileKeyVault.create(file);
            } catch (IOException e) {
                throw StartFailure.ofWriting(file, e);
            }
        }
        String loaded = load(file);
        if (inUse.isPresent() && !inUse.get().equals(loaded)) {
            throw new StartFailure(StartError.MASTER_KEY_WRONG, file, loaded, inUse.get());
        }
        return create;
    }

    private static String load(Path file) throws StartFailure {
        try {
            return FileKeyVault.open(file).masterKeyId();
        } catch (KeyVaultException e) {
            throw new StartFailure(e, StartError.MASTER_KEY_INVALID, file, e.getMessage());
        }
    }

    private static Optional<String> keyInUse(DatabaseAccess database) throws StartFailure {
        try (Connection connection = database.open();
                PreparedStatement query = connection.prepareStatement(KEY_IN_USE);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw DatabaseCheck.failure(database, e);
        }
    }
}

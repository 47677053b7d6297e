package vn.lgsp.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.launcher.database.DatabaseAccess;

/**
 * Looks into the platform's database and files: for what was loaded, and for what may be left of a packet's content (Điều 5.3): its key, its
 * bytes in the store, its text anywhere.
 */
final class Traces {
    private static final int BLOCK = 1 << 20;

    private final DatabaseAccess database;
    private final Path home;
    private final Path content;

    Traces(DatabaseAccess database, Path home, Path content) {
        this.database = database;
        this.home = home;
        this.content = content;
    }

    /** Counts the agencies that were loaded. */
    int agencies() throws SQLException {
        return count("select count(*) from agency");
    }

    /** Counts the applications that were loaded. */
    int applications() throws SQLException {
        return count("select count(*) from application");
    }

    /** Says whether the database records that the packet's content is erased, and holds no key for it. */
    boolean keyIsGone(UUID packet) throws SQLException {
        try (Connection connection = database.open();
                PreparedStatement query = connection.prepareStatement(
                        "select state = 'ERASED' and wrapped_key is null from content where packet_id = ?")) {
            query.setObject(1, packet);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Counts the files of the packet that still lie in the content store. */
    long filesLeft(UUID packet) throws SQLException, IOException {
        List<String> blobs = new ArrayList<>();
        try (Connection connection = database.open();
                PreparedStatement query =
                        connection.prepareStatement("select blob_id from packet_file where packet_id = ?")) {
            query.setObject(1, packet);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    blobs.add(rows.getString(1));
                }
            }
        }
        try (Stream<Path> files = Files.walk(content)) {
            return files.filter(
                            file -> blobs.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .count();
        }
    }

    /**
     * Searches everything the platform keeps (database files, write-ahead log, content, logs) for a marker that stood in the content.
     *
     * @param except the clients' own files
     * @return the first file that holds the marker, or null
     */
    Path find(byte[] marker, Path except) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> !file.startsWith(except) && Files.isRegularFile(file))
                    .filter(file -> holds(file, marker))
                    .findFirst()
                    .orElse(null);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.open();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static boolean holds(Path file, byte[] marker) {
        byte[] block = new byte[BLOCK + marker.length];
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            for (int n = in.readNBytes(block, kept, BLOCK); n > 0; n = in.readNBytes(block, kept, BLOCK)) {
                int end = kept + n;
                if (indexOf(block, end, marker) >= 0) {
                    return true;
                }
                kept = Math.min(marker.length - 1, end);
                System.arraycopy(block, end - kept, block, 0, kept);
            }
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOf(byte[] block, int end, byte[] marker) {
        for (int i = 0; i <= end - marker.length; i++) {
            if (block[i] == marker[0] && Arrays.equals(block, i, i + marker.length, marker, 0, marker.length)) {
                return i;
            }
        }
        return -1;
    }
}

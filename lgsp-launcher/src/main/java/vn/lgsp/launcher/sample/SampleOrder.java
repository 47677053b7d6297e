package vn.lgsp.launcher.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import vn.lgsp.launcher.Home;
import vn.lgsp.launcher.Settings;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;
import vn.lgsp.launcher.Texts;
import vn.lgsp.launcher.database.DatabaseAccess;
import vn.lgsp.launcher.database.DatabaseCheck;

/**
 * {@code sample load | remove | state}: writes the order into the platform's database, where the running platform finds it within seconds,
 * or the next one at its start. Whoever may read the database password of this home may give it.
 */
public final class SampleOrder {
    private static final int TAKEN = 0;
    private static final int NOT_TAKEN = 3;

    private final Settings settings;
    private final Texts texts;
    private final PrintStream out;

    public SampleOrder(Settings settings, Texts texts, PrintStream out) {
        this.settings = settings;
        this.texts = texts;
        this.out = out;
    }

    /**
     * Carries out the command.
     *
     * @param arguments what stands after {@code sample}
     * @param packets how many packets to load; null for the platform's own number
     * @return the exit status: 0, or 3 when the order was not taken
     */
    public int run(List<String> arguments, Integer packets) throws StartFailure {
        String what = arguments.isEmpty() ? "" : arguments.get(0);
        boolean known =
                switch (what) {
                    case "load", "state" -> arguments.size() == 1;
                    case "remove" -> arguments.size() <= 2;
                    default -> false;
                };
        if (!known) {
            throw new StartFailure(StartError.USAGE, "sample " + String.join(" ", arguments));
        }
        DatabaseAccess database = access();
        try (Connection connection = database.open()) {
            return switch (what) {
                case "load" -> give(connection, "LOAD", packets);
                case "remove" -> remove(connection, arguments);
                default -> state(connection);
            };
        } catch (SQLException e) {
            throw DatabaseCheck.failure(database, e);
        }
    }

    private int remove(Connection connection, List<String> arguments) throws SQLException {
        String typed = arguments.size() > 1 ? arguments.get(1) : "";
        if (!fold(typed).equals(fold(texts.of("sample.confirmation")))) {
            out.println(texts.of("sample.confirm", texts.of("sample.confirmation")));
            return NOT_TAKEN;
        }
        return give(connection, "REMOVE", null);
    }

    private int give(Connection connection, String what, Integer packets) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select sample_order(?, ?, null, ?)")) {
            call.setString(1, what);
            call.setString(2, "os:" + System.getProperty("user.name"));
            call.setObject(3, packets, java.sql.Types.INTEGER);
            try (ResultSet answer = call.executeQuery()) {
                answer.next();
                boolean taken = answer.getString(1).equals("OK");
                out.println(texts.of(taken ? "sample.taken" : "sample.refused." + answer.getString(1)));
                return taken ? TAKEN : NOT_TAKEN;
            }
        }
    }

    private int state(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        """
                        select l.state, case when l.steps = 0 then 0 else l.step * 100 / l.steps end,
                            (select count(*) from packet p join application a on a.id = p.source_application_id where a.sample),
                            (select count(*) from application where sample), (select count(*) from agency where sample)
                        from (select 1) one left join sample_load l on true
                        """);
                ResultSet row = query.executeQuery()) {
            row.next();
            String state = row.getString(1) == null ? "NONE" : row.getString(1);
            out.println(texts.of("sample.state." + state, row.getInt(2)));
            out.println(texts.of("sample.counts", row.getLong(3), row.getLong(4), row.getLong(5)));
            return TAKEN;
        }
    }

    /** The database of the settings, or the embedded one of this home, which answers while the platform runs. */
    private DatabaseAccess access() throws StartFailure {
        if (settings.database().isPresent()) {
            Settings.OwnDatabase own = settings.database().get();
            return new DatabaseAccess(own.url(), own.user(), own.password());
        }
        Home home = new Home(settings.home());
        String port = read(home.postgresql().resolve("port"));
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/lgsp",
                "lgsp",
                read(home.keys().resolve("db.password")));
    }

    private static String read(Path file) throws StartFailure {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new StartFailure(e, StartError.DATABASE_UNREACHABLE, file, "lgsp", String.valueOf(e.getMessage()));
        }
    }

    /** Capitals and accents do not matter: terminals differ in how they write Vietnamese. */
    private static String fold(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}

package vn.lgsp.launcher.database;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

/** Brings the schema to this build. Several nodes may start at once: the migrations lock each other out. */
public final class Migrations {

    /**
     * @param applied number of scripts that ran now
     * @param version version of the schema, for display
     */
    public record Outcome(int applied, String version) {}

    private Migrations() {}

    /** Runs what is missing; a changed or failed script stops the start and leaves the schema as it was. */
    public static Outcome run(DatabaseAccess access) throws StartFailure {
        try {
            MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(access.url(), access.user(), access.password())
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
            String version = Optional.ofNullable(result.targetSchemaVersion).orElse(result.initialSchemaVersion);
            return new Outcome(result.migrationsExecuted, String.valueOf(version));
        } catch (FlywayException e) {
            throw new StartFailure(e, StartError.MIGRATION_FAILED, firstLines(e.getMessage()), access.url());
        }
    }

    /** Flyway explains over many lines; the first ones name the script and the cause. */
    static String firstLines(String message) {
        String text = String.valueOf(message)
                .replaceAll("-{3,}", " ")
                .replaceAll("\\s*\\R\\s*", " ")
                .trim();
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}

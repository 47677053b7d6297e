package vn.lgsp.launcher.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lgsp.launcher.Home;
import vn.lgsp.launcher.Secrets;
import vn.lgsp.launcher.Settings;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;
import vn.lgsp.launcher.Trees;
import vn.lgsp.launcher.database.DatabaseAccess;

/**
 * The embedded server, running. Starting it creates what is missing, stops a server that a killed launcher left behind,
 * and lets PostgreSQL recover by itself from a crash of the machine. Closing it shuts it down in order.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final int INIT_TIMEOUT_SECONDS = 120;
    private static final int START_TIMEOUT_SECONDS = 120;
    private static final int STOP_TIMEOUT_SECONDS = 20;
    private static final int LINES_OF_LOG = 3;

    private final Home home;
    private final Binaries binaries;
    private final OsAccount account;
    private final Path data;
    private final Path log;
    private int port;

    private EmbeddedPostgres(Home home, Binaries binaries, OsAccount account) {
        this.home = home;
        this.binaries = binaries;
        this.account = account;
        this.data = home.postgresql().resolve("data");
        this.log = home.postgresql().resolve("log");
    }

    /** Starts it; the database and its owner exist when this returns. */
    public static EmbeddedPostgres start(Home home, Settings settings) throws StartFailure {
        Home.createPrivate(home.postgresql());
        EmbeddedPostgres server = new EmbeddedPostgres(
                home, Binaries.unpackInto(home.postgresql()), OsAccount.choose(settings.databaseRunAs()));
        server.start(settings);
        return server;
    }

    /** Full version of the server, {@code 17.11.0}. */
    public String version() {
        return binaries.version();
    }

    public int port() {
        return port;
    }

    /** The platform's own database and account; no superuser. */
    public DatabaseAccess access() throws StartFailure {
        return new DatabaseAccess(url(Provisioning.DATABASE), Provisioning.ROLE, password("db.password"));
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            // It goes on running without us; the next start finds it and stops it.
        }
    }

    private void start(Settings settings) throws StartFailure {
        try {
            Home.createPrivate(log);
            account.own(binaries.directory(), home.root());
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            requireMatchingVersion();
            stopOrForgetEarlierServer();
            port = PortChoice.choose(
                    settings.databasePort(), rememberedPort(), PortChoice::isFree, PortChoice::anyFree);
            Files.writeString(portFile(), port + "\n", StandardCharsets.US_ASCII);
            Files.writeString(data.resolve(Configuration.FILE), Configuration.text(port, log), StandardCharsets.UTF_8);
            account.own(data, home.root());
            account.own(log, home.root());
            run();
            // Asked of the server, not remembered: a first start may have been cut off in between.
            if (!Provisioning.isComplete(access())) {
                provision();
            }
        } catch (IOException e) {
            throw StartFailure.ofWriting(home.postgresql(), e);
        }
    }

    private void initialise() throws IOException, StartFailure {
        Path unfinished = data.resolveSibling("data.unfinished");
        Path passwordFile = home.postgresql().resolve("superuser.unfinished");
        Trees.delete(unfinished);
        Files.deleteIfExists(passwordFile);
        password("db.password", true);
        String superuserPassword = password("postgresql-superuser.password", true);
        Home.createPrivate(unfinished);
        try {
            Files.createFile(passwordFile);
            Files.writeString(passwordFile, superuserPassword + "\n", StandardCharsets.US_ASCII);
            account.own(unfinished, home.root());
            account.own(passwordFile, home.root());
            // C.UTF-8 of PostgreSQL itself sorts the same on every machine; Vietnamese order is asked for by name where
            // a person sees it (collate "vi-x-icu").
            Command.Result result = Command.run(
                    account.running(List.of(
                            binaries.program("initdb"),
                            "--pgdata=" + unfinished,
                            "--username=" + Provisioning.SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth-host=scram-sha-256",
                            "--auth-local=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions")),
                    INIT_TIMEOUT_SECONDS);
            if (!result.succeeded()) {
                throw notStarted(result.text());
            }
            Files.writeString(
                    unfinished.resolve("postgresql.conf"),
                    "\ninclude '" + Configuration.FILE + "'\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireMatchingVersion() throws IOException, StartFailure {
        String found = Files.readString(data.resolve("PG_VERSION"), StandardCharsets.US_ASCII)
                .trim();
        if (!found.equals(binaries.major())) {
            throw new StartFailure(StartError.DATABASE_VERSION, found, binaries.major());
        }
    }

    private void stopOrForgetEarlierServer() throws IOException, StartFailure {
        Path file = PostmasterPid.fileIn(data);
        switch (PostmasterPid.judge(
                data, Files.exists(file), PostmasterPid.readFrom(data), PostmasterPid::commandLineOf)) {
            case ALIVE -> {
                Command.Result result = stop();
                if (!result.succeeded()) {
                    throw notStarted(result.text());
                }
            }
            case STALE -> Files.deleteIfExists(file);
            case NONE -> {
                // The usual case: the last stop was in order.
            }
        }
    }

    private void run() throws IOException, StartFailure {
        Path startLog = log.resolve("start.log");
        Files.deleteIfExists(startLog);
        Command.Result result = pgCtl(
                START_TIMEOUT_SECONDS + 10,
                "start",
                "-w",
                "-t",
                Integer.toString(START_TIMEOUT_SECONDS),
                "-l",
                startLog.toString());
        if (!result.succeeded()) {
            String detail = Files.exists(startLog) ? lastLines(startLog) : result.text();
            throw notStarted(detail);
        }
    }

    private Command.Result stop() throws IOException {
        return pgCtl(
                STOP_TIMEOUT_SECONDS + 10, "stop", "-w", "-m", "fast", "-t", Integer.toString(STOP_TIMEOUT_SECONDS));
    }

    private Command.Result pgCtl(long timeoutSeconds, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(binaries.program("pg_ctl"), "-s", "-D", data.toString()));
        command.addAll(List.of(arguments));
        return Command.run(account.running(command), timeoutSeconds);
    }

    private void provision() throws StartFailure {
        DatabaseAccess superuser =
                new DatabaseAccess(url("postgres"), Provisioning.SUPERUSER, password("postgresql-superuser.password"));
        Provisioning.ensure(superuser, password("db.password"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String password(String name) throws StartFailure {
        return password(name, false);
    }

    private String password(String name, boolean create) throws StartFailure {
        Path file = home.keys().resolve(name);
        Optional<String> found = Secrets.read(file);
        if (found.isEmpty() && !create) {
            throw new StartFailure(StartError.DATABASE_PASSWORD_MISSING, file);
        }
        return found.isPresent() ? found.get() : Secrets.create(file);
    }

    private Path portFile() {
        return home.postgresql().resolve("port");
    }

    private Optional<Integer> rememberedPort() throws IOException {
        try {
            return Files.exists(portFile())
                    ? Optional.of(Integer.valueOf(Files.readString(portFile(), StandardCharsets.US_ASCII)
                            .trim()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private StartFailure notStarted(String detail) {
        String oneLine = detail.replaceAll("\\s*\\R\\s*", " | ");
        return StartFailure.mentionsFullDisk(detail)
                ? new StartFailure(StartError.DISK_FULL, home.postgresql(), 0L, 0L)
                : new StartFailure(StartError.POSTGRESQL_NOT_STARTED, oneLine, log);
    }

    private static String lastLines(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }
}

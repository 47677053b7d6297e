package vn.lgsp.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import vn.lgsp.launcher.database.DatabaseAccess;
import vn.lgsp.launcher.database.DatabaseCheck;
import vn.lgsp.launcher.database.MasterKeyCheck;
import vn.lgsp.launcher.database.Migrations;
import vn.lgsp.launcher.postgres.EmbeddedPostgres;
import vn.lgsp.launcher.server.ApplicationServer;
import vn.lgsp.launcher.server.Distribution;
import vn.lgsp.launcher.server.ListenerKeys;
import vn.lgsp.launcher.server.Readiness;
import vn.lgsp.launcher.server.ServerLog;

/**
 * The platform in this process: lock, database, migrations, server, application. Closing it stops what was started, last
 * first; another thread may do so while the start is still going on.
 */
public final class Platform implements AutoCloseable {

    private final Settings settings;
    private final Home home;
    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closed;
    private DatabaseAccess database;
    private ApplicationServer server;

    public Platform(Settings settings, Progress progress) {
        this.settings = settings;
        this.home = new Home(settings.home());
        this.progress = progress;
    }

    /**
     * Starts everything and returns when the application answers. After a failure, close what has been started.
     *
     * @param demo whether the application loads the demonstration province
     */
    public void start(boolean demo) throws StartFailure {
        Distribution distribution = Distribution.ofThisProgram();
        home.prepare(settings);
        keep(HomeLock.take(home.lockFile(), settings.nodeUrl()));
        requireFreePort(settings.httpHost(), settings.httpPort(), StartError.HTTP_PORT_TAKEN);
        if (settings.tls().isPresent()) {
            requireFreePort(settings.tls().get().host(), settings.tls().get().port(), StartError.TLS_PORT_TAKEN);
        }
        publishSettings(demo);
        ServerLog log = ServerLog.open(home.logs());
        // The server needs the database only when the application comes, so both start at the same time.
        FutureTask<ApplicationServer> boot =
                new FutureTask<>(() -> keep(ApplicationServer.boot(distribution, home, settings.node(), log)));
        Thread booting = new Thread(boot, "server-boot");
        if (settings.tls().isEmpty()) {
            booting.start();
        }
        progress.during("step.database", this::startDatabase);
        progress.during("step.migrations", this::migrate);
        if (settings.tls().isPresent()) {
            // Its listener needs the certificate authority, which the database keeps.
            prepareTls(settings.tls().get());
            booting.start();
        }
        progress.during("step.server", () -> awaitBoot(boot));
        progress.during("step.application", () -> deploy(distribution));
        progress.during(
                "step.ready", () -> Readiness.await(settings.nodeUrl(), Duration.ofSeconds(settings.readySeconds())));
        progress.done("progress.ready", settings.publicUrl());
    }

    /** The database in use; null before {@link #start} has returned. */
    public DatabaseAccess database() {
        return database;
    }

    public Home home() {
        return home;
    }

    public Settings settings() {
        return settings;
    }

    private void startDatabase() throws StartFailure {
        if (settings.database().isPresent()) {
            Settings.OwnDatabase own = settings.database().get();
            database = new DatabaseAccess(own.url(), own.user(), own.password());
            progress.done("progress.database", DatabaseCheck.require(database), own.url());
        } else {
            EmbeddedPostgres embedded = keep(EmbeddedPostgres.start(home, settings));
            database = embedded.access();
            progress.done("progress.postgresql", embedded.version(), Integer.toString(embedded.port()));
        }
    }

    private void migrate() throws StartFailure {
        Migrations.Outcome outcome = Migrations.run(database);
        progress.done("progress.migrations", outcome.version(), outcome.applied());
        if (MasterKeyCheck.ensure(settings.masterKeyFile(), database)) {
            progress.done("progress.masterKey", settings.masterKeyFile());
        }
        System.setProperty("lgsp.db.url", database.url());
        System.setProperty("lgsp.db.user", database.user());
        System.setProperty("lgsp.db.password", database.password());
    }

    private void prepareTls(Settings.Tls tls) throws StartFailure {
        ListenerKeys.prepare(tls, settings, home.tls(), database);
        progress.done("progress.tls", tls);
    }

    private void awaitBoot(FutureTask<ApplicationServer> boot) throws StartFailure {
        try {
            server = boot.get();
            progress.done("progress.server", settings.nodeUrl());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure(e.getCause(), StartError.UNEXPECTED, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(e, StartError.UNEXPECTED, e.toString());
        }
    }

    private void deploy(Distribution distribution) throws StartFailure {
        server.deploy(distribution.ear());
        progress.done("progress.application");
    }

    private void publishSettings(boolean demo) {
        System.setProperty("lgsp.http.host", settings.httpHost());
        System.setProperty("lgsp.http.port", Integer.toString(settings.httpPort()));
        System.setProperty("lgsp.tls.enabled", Boolean.toString(settings.tls().isPresent()));
        System.setProperty(
                "lgsp.tls.host", settings.tls().map(Settings.Tls::host).orElse(settings.httpHost()));
        System.setProperty(
                "lgsp.tls.port",
                Integer.toString(settings.tls().map(Settings.Tls::port).orElse(0)));
        System.setProperty("lgsp.tls.directory", home.tls().toString());
        System.setProperty("lgsp.tls.password", "");
        System.setProperty("lgsp.public.url", settings.publicUrl());
        System.setProperty("lgsp.home", settings.home().toString());
        System.setProperty("lgsp.content.dir", settings.contentDirectory().toString());
        System.setProperty("lgsp.master.key.file", settings.masterKeyFile().toString());
        System.setProperty("lgsp.node", settings.node());
        System.setProperty("lgsp.demo", Boolean.toString(demo));
    }

    private static void requireFreePort(String host, int port, StartError otherwise) throws StartFailure {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartFailure(e, otherwise, host, Integer.toString(port), String.valueOf(e.getMessage()));
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (running) {
            if (!closed) {
                running.push(part);
                return part;
            }
        }
        closeQuietly(part);
        return part;
    }

    @Override
    public void close() {
        while (true) {
            AutoCloseable next;
            synchronized (running) {
                closed = true;
                next = running.poll();
            }
            if (next == null) {
                return;
            }
            closeQuietly(next);
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // Each part closes as well as it can; the others must be closed all the same.
        }
    }
}

package vn.lgsp.tests.fullserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A domain of a full Payara Server 6, made with its own tools and removed afterwards. */
final class FullServer implements AutoCloseable {
    private static final String DOMAIN = "lgsp";
    private static final int HTTP = 80;
    private static final int ADMIN = 48;
    private static final long MINUTES = 5;

    private final Path installation;
    private final int portBase;
    private final Map<String, String> settings;

    /**
     * @param installation the unpacked server
     * @param portBase the domain listens on ports from this one on, HTTP at +80
     * @param settings environment of the server
     */
    FullServer(Path installation, int portBase, Map<String, String> settings) {
        this.installation = installation;
        this.portBase = portBase;
        this.settings = settings;
    }

    /** Where applications answer. */
    URI base() {
        return base(portBase);
    }

    static URI base(int portBase) {
        return URI.create("http://127.0.0.1:" + (portBase + HTTP));
    }

    void start() {
        asadmin("create-domain", "--nopassword", "--portbase", Integer.toString(portBase), DOMAIN);
        asadmin("start-domain", DOMAIN);
    }

    void deploy(Path ear) {
        remote("deploy", ear.toString());
    }

    void undeploy(String application) {
        remote("undeploy", application);
    }

    @Override
    public void close() {
        asadmin("stop-domain", "--force", "--kill", DOMAIN);
        asadmin("delete-domain", DOMAIN);
    }

    private void remote(String... command) {
        List<String> all = new ArrayList<>(List.of("--port", Integer.toString(portBase + ADMIN)));
        all.addAll(List.of(command));
        asadmin(all.toArray(String[]::new));
    }

    private void asadmin(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("sh", installation.resolve("bin/asadmin").toString(), "--user", "admin"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + ":\n" + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

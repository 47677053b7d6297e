package vn.lgsp.tests.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.platform.Repository;

/**
 * A program of somebody else's making that is run as its users run it: by its command, with the address of the platform and a key in its
 * environment. It has a limit of time, and sees none of the platform's own settings.
 */
public final class ForeignClient {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Path SCRIPTS = Repository.root().resolve("lgsp-tests/src/test/node");
    private static final Path PYTHON_SCRIPTS = SCRIPTS.resolveSibling("python");

    /** The system's own: the packages that come with the system are for no other. */
    private static final String PYTHON = "/usr/bin/python3";

    private static boolean packagesAreThere;

    private final List<String> command;
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";

    private ForeignClient(Path directory, List<String> command) {
        this.directory = directory;
        this.command = List.copyOf(command);
    }

    /**
     * A command.
     *
     * @param directory where it runs
     */
    public static ForeignClient command(Path directory, String... command) {
        return new ForeignClient(directory, List.of(command));
    }

    /**
     * A script of {@code src/test/node}, with the npm packages that its lock names; they are installed when they are not there.
     *
     * @param script its file name
     */
    public static ForeignClient node(String script) {
        installPackages();
        return command(SCRIPTS, "node", script);
    }

    /**
     * A script of {@code src/test/python}, with the Python packages of the system.
     *
     * @param script its file name
     */
    public static ForeignClient python(String script) {
        return command(PYTHON_SCRIPTS, PYTHON, script);
    }

    /** The directory of the scripts for Node.js, with their packages. */
    public static Path scripts() {
        installPackages();
        return SCRIPTS;
    }

    private static synchronized void installPackages() {
        if (!packagesAreThere) {
            command(SCRIPTS, SCRIPTS.resolve("set-up").toString()).run().expectSuccess();
            packagesAreThere = true;
        }
    }

    /** Tells where the platform is and with which key to sign: {@code LGSP_ENDPOINT}, {@code LGSP_ACCESS_KEY}, {@code LGSP_SECRET}. */
    public ForeignClient signing(URI endpoint, String accessKey, String secret) {
        return environment("LGSP_ENDPOINT", endpoint.toString())
                .environment("LGSP_ACCESS_KEY", accessKey)
                .environment("LGSP_SECRET", secret);
    }

    /** Sets a variable of its environment. */
    public ForeignClient environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What it reads from standard input: maps, lists and values as JSON. */
    public ForeignClient input(Object json) {
        input = Json.write(json);
        return this;
    }

    /** Runs it to its end. */
    public Output run() {
        Path work = Repository.newDirectory("client");
        try {
            Path in = Files.writeString(work.resolve("in"), input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(work.resolve("out").toFile())
                    .redirectError(work.resolve("err").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("LGSP_"));
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            String out = Files.readString(work.resolve("out"), UTF_8);
            String err = Files.readString(work.resolve("err"), UTF_8);
            assertThat(ended)
                    .as("%s ends within %s; it said: %s%s", command, LIMIT, out, err)
                    .isTrue();
            return new Output(command, process.exitValue(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " cannot be run; ./lgsp test installs what tests need", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * How it ended and what it printed.
     *
     * @param status its exit status, 0 for success
     */
    public record Output(List<String> command, int status, String out, String err) {

        /** Says that it ended well. */
        public Output expectSuccess() {
            assertThat(status).as("%s printed:%n%s%n%s", command, out, err).isZero();
            return this;
        }
    }
}

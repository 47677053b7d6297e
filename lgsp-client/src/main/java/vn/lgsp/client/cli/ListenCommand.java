package vn.lgsp.client.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.Session;

/** Receives what waits and what comes (Điều 9). */
@Command(name = "listen", sortOptions = false)
final class ListenCommand extends ClientCommand {

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "listen.out")
    private Path directory;

    @Option(names = "--count", paramLabel = "N", descriptionKey = "listen.count")
    private Integer count;

    @Option(names = "--timeout", paramLabel = "SECONDS", descriptionKey = "listen.timeout")
    private Integer timeout;

    @Override
    int run(LgspClient client, Output output) {
        if (count != null && count < 1 || timeout != null && timeout < 1) {
            throw new UsageException(root().texts(), "positive");
        }
        Path target = root().attempt(
                        "session",
                        () -> Files.createDirectories(directory.toAbsolutePath().normalize()));
        Session session = root().step(Step.of("session", "9.1"), client::openSession, SessionSteps::describe);
        Thread onSignal = new Thread(() -> SessionSteps.closeQuietly(client, session), "lgsp-close-session");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (Heartbeat beat = new Heartbeat(client, session);
                Listening listening = new Listening(client, root(), new Taking(client, root(), target))) {
            beat.start();
            return listening.run(session, count, timeout == null ? null : Duration.ofSeconds(timeout));
        } finally {
            closeUnlessStopping(onSignal);
        }
    }

    /** When the process is being stopped the hook closes the session; otherwise this thread does it. */
    private static void closeUnlessStopping(Thread onSignal) {
        try {
            if (Runtime.getRuntime().removeShutdownHook(onSignal)) {
                onSignal.run();
            }
        } catch (IllegalStateException stopping) {
            System.getLogger(ListenCommand.class.getName()).log(System.Logger.Level.TRACE, "Stopping", stopping);
        }
    }
}

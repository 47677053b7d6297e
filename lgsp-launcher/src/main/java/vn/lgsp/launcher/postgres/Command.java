package vn.lgsp.launcher.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end and keeps what it said. */
final class Command {

    /**
     * @param status exit status; -1 when it was stopped for taking too long
     * @param text standard output and error together
     */
    record Result(int status, String text) {
        boolean succeeded() {
            return status == 0;
        }
    }

    private Command() {}

    static Result run(List<String> command, long timeoutSeconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Settings of the person's own PostgreSQL must not steer ours.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        FutureTask<String> text =
                new FutureTask<>(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        new Thread(text, "command-output").start();
        try {
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(-1, "no end after " + timeoutSeconds + " s");
            }
            return new Result(process.exitValue(), text.get().trim());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}

package vn.lgsp.tests.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;

/** {@code ./lgsp sample …}, as an operator types it beside a running platform. */
final class SampleCommand {

    /** How it ended, and what it printed. */
    record Answer(int status, String text) {}

    private SampleCommand() {}

    static Answer run(PlatformProcess platform, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Repository.root().resolve("lgsp").toString(), "sample"));
        Stream.of(arguments).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LGSP_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LGSP_BUILD", "never");
        builder.environment().put("LGSP_HOME", platform.home().toString());
        builder.environment().put("LGSP_DEMO_PACKETS", "3000");
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it did not end: " + text);
            }
            return new Answer(process.exitValue(), text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

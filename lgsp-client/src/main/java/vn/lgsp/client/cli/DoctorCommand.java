package vn.lgsp.client.cli;

import java.time.Duration;
import picocli.CommandLine.Command;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.ClockReading;

/** Finds out why it does not work: is the platform there, are the clocks together, is the key taken. */
@Command(name = "doctor", sortOptions = false)
final class DoctorCommand extends ClientCommand {

    /** Beyond this the platform takes no signature. */
    private static final Duration WINDOW = Duration.ofSeconds(300);

    private static final Duration NOTICEABLE = Duration.ofSeconds(30);

    @Override
    int run(LgspClient client, Output output) {
        Credentials credentials = root().credentials();
        output.step(Step.of("credentials")
                .with("endpoint", credentials.endpoint())
                .with("accessKey", credentials.accessKey())
                .with("ok", true));
        ClockReading clock = root().step(Step.of("reachable"), client::time, reading -> Step.of("reachable")
                .with("ok", true));
        Duration skew = clock.skew().abs();
        boolean near = skew.compareTo(WINDOW) <= 0;
        output.step(Step.of("clock", "5.4")
                .with("skewMs", clock.skew().toMillis())
                .with("ok", near)
                .with("advice", skew.compareTo(NOTICEABLE) > 0 ? root().texts().text("doctor.clock") : null));
        root().step(Step.of("key"), () -> client.inbox(1), items -> Step.of("key")
                .with("ok", true));
        return near ? ExitCode.OK : ExitCode.REFUSED;
    }
}

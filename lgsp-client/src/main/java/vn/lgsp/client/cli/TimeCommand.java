package vn.lgsp.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.ClockReading;

/** Compares this machine's clock with the platform's (Điều 5.4). */
@Command(name = "time", sortOptions = false)
final class TimeCommand implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Override
    public Integer call() {
        try (LgspClient client = root.publicClient()) {
            Output output = root.output();
            ClockReading reading = root.attempt("time", client::time);
            Step step = describe(reading);
            output.answer(step.toJson(), () -> {
                output.field("server-time", reading.serverTime());
                output.field("skew", reading.skew().toMillis() + " ms");
                output.field("uncertainty", "± " + reading.roundTrip().toMillis() / 2 + " ms");
            });
            return ExitCode.OK;
        }
    }

    static Step describe(ClockReading reading) {
        return Step.of("time", "5.4")
                .with("serverTime", reading.serverTime())
                .with("skewMs", reading.skew().toMillis())
                .with("roundTripMs", reading.roundTrip().toMillis());
    }
}

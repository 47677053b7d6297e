package vn.lgsp.client.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.Journey;
import vn.lgsp.client.model.JourneyStep;
import vn.lgsp.client.transport.JsonRecords;

/** Shows every step of a packet. */
@Command(name = "journey", sortOptions = false)
final class JourneyCommand extends ClientCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "parameter.packet")
    private String packetId;

    @Override
    int run(LgspClient client, Output output) {
        Journey journey = root().attempt("journey", () -> client.packets().journey(id(packetId)));
        output.answer(
                JsonRecords.write(journey), () -> journey.steps().forEach(step -> output.line(line(step, output))));
        return ExitCode.OK;
    }

    private static String line(JourneyStep step, Output output) {
        String clause = step.clause() == null ? "" : output.texts().text("clause", step.clause());
        String change = output.word("subject", step.subject()) + ": " + output.word(step.subject(), step.to());
        String detail = step.detail() == null ? "" : "  " + step.detail();
        return Output.plain(String.format(
                        Locale.ROOT,
                        "%-19s  %-9s  %-32s  %s%s",
                        Output.time(step.at()),
                        clause,
                        change,
                        step.actor(),
                        detail))
                .stripTrailing();
    }
}

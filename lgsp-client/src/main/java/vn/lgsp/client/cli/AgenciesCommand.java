package vn.lgsp.client.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.Agency;
import vn.lgsp.client.transport.JsonRecords;

/** Finds agencies by name or code. */
@Command(name = "agencies", sortOptions = false)
final class AgenciesCommand extends ClientCommand {

    @Parameters(paramLabel = "QUERY", descriptionKey = "agencies.query")
    private String query;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "option.limit")
    private int limit;

    @Override
    int run(LgspClient client, Output output) {
        List<Agency> agencies = root().attempt("agencies", () -> client.agencies(query, limit));
        JsonObject answer = JsonRecords.json()
                .createObjectBuilder()
                .add("step", "agencies")
                .add("items", JsonRecords.json(agencies))
                .build();
        output.answer(answer, () -> show(agencies, output));
        return ExitCode.OK;
    }

    private static void show(List<Agency> agencies, Output output) {
        if (agencies.isEmpty()) {
            output.line(output.texts().text("agencies.none"));
        }
        for (Agency agency : agencies) {
            String sample = agency.sample() ? "  " + output.texts().text("agencies.sample") : "";
            output.line(Output.plain(String.format(
                    Locale.ROOT, "%-14s  %-12s  %s%s", agency.code(), agency.codeQd20(), agency.name(), sample)));
        }
    }
}

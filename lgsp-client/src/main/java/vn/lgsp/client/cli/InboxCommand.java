package vn.lgsp.client.cli;

import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.InboxItem;
import vn.lgsp.client.transport.JsonRecords;

/** Shows what waits for this application. */
@Command(name = "inbox", sortOptions = false)
final class InboxCommand extends ClientCommand {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    @Override
    int run(LgspClient client, Output output) {
        List<InboxItem> items = root().attempt("inbox", () -> client.inbox(limit));
        JsonObject answer = JsonRecords.json()
                .createObjectBuilder()
                .add("step", "inbox")
                .add("items", JsonRecords.json(items))
                .build();
        output.answer(answer, () -> show(items, output));
        return ExitCode.OK;
    }

    private static void show(List<InboxItem> items, Output output) {
        if (items.isEmpty()) {
            output.line(output.texts().text("inbox.empty"));
        }
        for (InboxItem item : items) {
            output.line(Output.plain(item.title()));
            output.field("from", item.source().name() + " (" + item.source().agency() + ")");
            output.field(
                    "importance", output.word("importance", item.importance().code()));
            output.field("state", output.word("delivery", item.state().code()));
            output.field("size", Bytes.of(item.size()));
            output.field("waiting-since", item.waitingSince());
            output.field("deadline", item.deadline());
            output.field("packet", item.packetId());
            output.field("delivery", item.deliveryId());
            output.line("");
        }
    }
}

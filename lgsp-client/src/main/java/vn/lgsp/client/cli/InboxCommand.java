package vn.lgsp.client.cli;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "0", descriptionKey = "inbox.wait")
    private int wait;

    @Option(names = "--take", paramLabel = "DIR", descriptionKey = "inbox.take")
    private Path directory;

    @Override
    int run(LgspClient client, Output output) {
        Path target = directory == null
                ? null
                : root().attempt(
                                "inbox",
                                () -> Files.createDirectories(
                                        directory.toAbsolutePath().normalize()));
        List<InboxItem> found = root().attempt(
                        "inbox",
                        () -> client.inbox(limit, Duration.ofSeconds(wait), target == null ? 0 : EachFile.MOST_BYTES));
        int code = target == null
                ? ExitCode.OK
                : new TakingMany(client, root(), target)
                        .take(found.stream().filter(InboxItem::complete).toList());
        // What was taken waits no more.
        List<InboxItem> items = found.stream().filter(item -> !item.complete()).toList();
        if (target != null && items.isEmpty() && !found.isEmpty()) {
            return code;
        }
        JsonObject answer = JsonRecords.json()
                .createObjectBuilder()
                .add("step", "inbox")
                .add("items", JsonRecords.json(items))
                .build();
        output.answer(answer, () -> show(items, output));
        return code;
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

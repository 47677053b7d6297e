package vn.lgsp.client.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.model.Receipt;
import vn.lgsp.client.transport.JsonRecords;

/** Shows what the destination confirmed. */
@Command(name = "receipt", sortOptions = false)
final class ReceiptCommand extends ClientCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "parameter.packet")
    private String packetId;

    @Override
    int run(LgspClient client, Output output) {
        Receipt receipt = root().attempt("receipt", () -> client.packets().receipt(id(packetId)));
        output.answer(JsonRecords.write(receipt), () -> show(receipt, output));
        return ExitCode.OK;
    }

    private static void show(Receipt receipt, Output output) {
        output.field("packet", receipt.packetId());
        output.field("from", receipt.source().name() + " (" + receipt.source().agency() + ")");
        output.field(
                "to",
                receipt.destination().name() + " (" + receipt.destination().agency() + ")");
        for (FileInfo file : receipt.files()) {
            output.field("file", file.name() + "  " + Bytes.of(file.size()) + "  " + file.digest());
        }
        output.field("confirmed", receipt.confirmedAt());
        output.field("key", output.texts().text(receipt.keyDestroyed() ? "receipt.key-destroyed" : "receipt.key-kept"));
        output.field(
                "erased", receipt.erasedAt() == null ? output.texts().text("receipt.not-erased") : receipt.erasedAt());
    }
}

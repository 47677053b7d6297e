package vn.lgsp.client.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.transport.JsonRecords;

/** Withdraws a packet. */
@Command(name = "cancel", sortOptions = false)
final class CancelCommand extends ClientCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "parameter.packet")
    private String packetId;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "cancel.reason")
    private String reason;

    @Override
    int run(LgspClient client, Output output) {
        Packet packet = root().attempt("cancel", () -> client.packets().cancel(id(packetId), reason));
        output.answer(JsonRecords.write(packet), () -> StatusCommand.show(packet, output));
        return ExitCode.OK;
    }
}

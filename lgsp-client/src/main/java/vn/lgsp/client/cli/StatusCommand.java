package vn.lgsp.client.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.model.PacketDelivery;
import vn.lgsp.client.transport.JsonRecords;

/** Shows where a packet stands. */
@Command(name = "status", sortOptions = false)
final class StatusCommand extends ClientCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "parameter.packet")
    private String packetId;

    @Override
    int run(LgspClient client, Output output) {
        Packet packet = root().attempt("status", () -> client.packets().get(id(packetId)));
        output.answer(JsonRecords.write(packet), () -> show(packet, output));
        return ExitCode.OK;
    }

    /** Prints a packet for people. */
    static void show(Packet packet, Output output) {
        output.line(Output.plain(packet.title()));
        output.field("packet", packet.id());
        output.field("state", output.word("packet", packet.state().code()));
        output.field("content", output.word("content", packet.content().code()));
        output.field("importance", output.word("importance", packet.importance().code()));
        output.field("from", packet.source().name() + " (" + packet.source().agency() + ")");
        for (PacketDelivery delivery : packet.deliveries()) {
            output.field("to", delivery.name() + " (" + delivery.agency() + ")");
            output.field(
                    "delivery-state", output.word("delivery", delivery.state().code()));
            output.field("reason", delivery.reason());
        }
        for (FileInfo file : packet.files()) {
            output.field("file", file.name() + "  " + Bytes.of(file.size()) + "  " + file.digest());
        }
        output.field("created", packet.createdAt());
        output.field("updated", packet.updatedAt());
    }
}

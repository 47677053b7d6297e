package vn.lgsp.client.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.Packets;
import vn.lgsp.client.SendRequest;
import vn.lgsp.client.model.ContentFile;
import vn.lgsp.client.model.PacketRequest;
import vn.lgsp.client.model.SendResult;
import vn.lgsp.client.model.SmallPacket;

/** Sends each file as a packet of its own, many in one request (Điều 8.2–8.4). */
final class EachFile {

    /** As many and as much as the platform takes unless it says otherwise. */
    static final int MOST_ITEMS = 100;

    static final long MOST_BYTES = 4L * 1024 * 1024;

    private final LgspClient client;
    private final Root root;

    EachFile(LgspClient client, Root root) {
        this.client = client;
        this.root = root;
    }

    /** Sends them, says what became of each, and returns the exit code. */
    int send(SendRequest request) {
        int worst = ExitCode.OK;
        PacketRequest asked = root.attempt("send", request::toPacketRequest);
        List<SmallPacket> batch = new ArrayList<>();
        long size = 0;
        for (Path file : request.files()) {
            SmallPacket packet = root.attempt("send", () -> packet(asked, request, file));
            long bytes = packet.files().get(0).content().length;
            if (batch.size() == MOST_ITEMS || !batch.isEmpty() && size + bytes > MOST_BYTES) {
                worst = Math.max(worst, send(batch));
                batch.clear();
                size = 0;
            }
            batch.add(packet);
            size += bytes;
        }
        return Math.max(worst, send(batch));
    }

    private static SmallPacket packet(PacketRequest asked, SendRequest request, Path file) throws IOException {
        ContentFile content = Packets.content(file);
        String title = request.files().size() == 1 ? asked.title() : asked.title() + " – " + content.name();
        return SmallPacket.to(request.agency(), title, asked.dataType(), asked.protocol())
                .with(asked.importance(), request.policy())
                .file(content);
    }

    private int send(List<SmallPacket> batch) {
        int worst = ExitCode.OK;
        List<SendResult> results = root.attempt("send", () -> client.packets().send(List.copyOf(batch)));
        for (int i = 0; i < results.size(); i++) {
            SendResult result = results.get(i);
            if (result.sent()) {
                root.output()
                        .step(Step.of("sent", "8.4")
                                .with(Step.PACKET, result.packet().id())
                                .with(Step.TITLE, batch.get(i).title())
                                .with(Step.STATE, result.packet().state()));
            } else {
                worst = Math.max(worst, root.refused("sent", result.status(), result.problem()));
            }
        }
        return worst;
    }
}

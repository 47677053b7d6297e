package vn.lgsp.client.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.ConfirmResult;
import vn.lgsp.client.model.Confirmation;
import vn.lgsp.client.model.InboxItem;
import vn.lgsp.client.model.InlineFile;

/** Keeps what came along with the inbox and confirms all of it (Điều 9.2, 9.3). What is confirmed is forced to the disk before. */
final class TakingMany {

    private final LgspClient client;
    private final Root root;
    private final Path directory;

    TakingMany(LgspClient client, Root root, Path directory) {
        this.client = client;
        this.root = root;
        this.directory = directory;
    }

    /** Keeps and confirms them; returns the exit code. */
    int take(List<InboxItem> items) {
        List<Confirmation> confirmations = new ArrayList<>();
        for (InboxItem item : items) {
            root.attempt("download", () -> keep(item));
            confirmations.add(item.confirmation());
        }
        root.attempt("download", () -> Taking.forceNames(directory));
        int worst = ExitCode.OK;
        for (int i = 0; i < confirmations.size(); i += EachFile.MOST_ITEMS) {
            List<Confirmation> some = confirmations.subList(i, Math.min(i + EachFile.MOST_ITEMS, confirmations.size()));
            for (ConfirmResult result :
                    root.attempt("confirm", () -> client.deliveries().confirm(some))) {
                worst = Math.max(worst, confirmed(result));
            }
        }
        return worst;
    }

    private int confirmed(ConfirmResult result) {
        if (!result.confirmed()) {
            return root.refused("confirm", result.status(), result.problem());
        }
        root.output()
                .step(Step.of("confirm", "9.3")
                        .with(Step.PACKET, result.receipt().packetId())
                        .with(Step.DELIVERY, result.receipt().deliveryId())
                        .with("confirmedAt", result.receipt().confirmedAt())
                        .with("keyDestroyed", result.receipt().keyDestroyed()));
        return ExitCode.OK;
    }

    private Void keep(InboxItem item) throws IOException {
        List<Path> saved = new ArrayList<>();
        try {
            for (InlineFile file : item.files()) {
                Path path = SafeFileName.reserve(directory, file.name());
                saved.add(path);
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(file.content());
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                root.output()
                        .step(Step.of("download", "9.3")
                                .with(Step.PACKET, item.packetId())
                                .with(Step.DELIVERY, item.deliveryId())
                                .with(Step.FILE, file.name())
                                .with(Step.BYTES, file.size())
                                .with(Step.DIGEST, file.received().digest())
                                .with(Step.PATH, path.toString()));
            }
            return null;
        } catch (IOException | RuntimeException failed) {
            saved.forEach(Taking::deleteQuietly);
            throw failed;
        }
    }
}

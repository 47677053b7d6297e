package vn.lgsp.client.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.Delivery;
import vn.lgsp.client.model.FileDigest;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.model.Receipt;

/**
 * Takes one delivery: accept, download, confirm (Điều 9.2, 9.3). Confirming destroys the content on the platform, so everything is under
 * its final name and forced to the disk before.
 */
final class Taking {

    private final LgspClient client;
    private final Root root;
    private final Path directory;

    Taking(LgspClient client, Root root, Path directory) {
        this.client = client;
        this.root = root;
        this.directory = directory;
    }

    /**
     * Takes a delivery.
     *
     * @throws StepFailedException when a step does not work; no file of this delivery is kept then, unless only the confirmation failed
     */
    void take(UUID deliveryId) {
        Delivery delivery = root.step(
                Step.of("accept", "9.2"), () -> client.deliveries().accept(deliveryId), accepted -> Step.of("accept")
                        .with(Step.PACKET, accepted.packetId())
                        .with(Step.DELIVERY, deliveryId)
                        .with(Step.AGENCY, accepted.source().agency())
                        .with(Step.TITLE, accepted.title())
                        .with(Step.STATE, accepted.state()));
        List<FileDigest> digests = download(delivery);
        root.step(
                Step.of("confirm", "9.3"),
                () -> client.deliveries().confirm(deliveryId, digests),
                (Receipt receipt) -> Step.of("confirm")
                        .with(Step.PACKET, receipt.packetId())
                        .with(Step.DELIVERY, deliveryId)
                        .with(Step.DIGEST, digests.size() == 1 ? digests.get(0).digest() : null)
                        .with("confirmedAt", receipt.confirmedAt())
                        .with("keyDestroyed", receipt.keyDestroyed()));
    }

    private List<FileDigest> download(Delivery delivery) {
        List<FileInfo> files =
                delivery.space() == null ? List.of() : delivery.space().files();
        List<Path> saved = new ArrayList<>();
        List<FileDigest> digests = new ArrayList<>();
        try {
            for (FileInfo file : files) {
                Path[] path = new Path[1];
                String digest = root.step(
                        Step.of("download", "9.3"),
                        () -> {
                            path[0] = SafeFileName.reserve(directory, file.name());
                            saved.add(path[0]);
                            return fetch(file, path[0]);
                        },
                        computed -> Step.of("download")
                                .with(Step.PACKET, delivery.packetId())
                                .with(Step.DELIVERY, delivery.id())
                                .about(file, computed)
                                .with(Step.PATH, path[0].toString()));
                digests.add(new FileDigest(file.name(), digest));
            }
            root.attempt("download", () -> forceNames(directory));
            return digests;
        } catch (RuntimeException failed) {
            saved.forEach(Taking::deleteQuietly);
            throw failed;
        }
    }

    /** Content arrives beside its final name, and takes the place of the reserved empty file when it is whole. */
    private String fetch(FileInfo file, Path reserved) throws IOException {
        Path part = directory.resolve("." + UUID.randomUUID() + ".part");
        try {
            String digest = client.download(file, part);
            Files.move(part, reserved, StandardCopyOption.ATOMIC_MOVE);
            return digest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Makes the new names as durable as the content, where the file system can. */
    static Void forceNames(Path directory) {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException directoriesCannotBeOpenedHere) {
            System.getLogger(Taking.class.getName())
                    .log(System.Logger.Level.DEBUG, "Directory not forced", directoriesCannotBeOpenedHere);
        }
        return null;
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            System.getLogger(Taking.class.getName()).log(System.Logger.Level.DEBUG, "Not deleted", stays);
        }
    }
}

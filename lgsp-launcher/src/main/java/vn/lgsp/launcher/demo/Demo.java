package vn.lgsp.launcher.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import vn.lgsp.launcher.Home;
import vn.lgsp.launcher.Platform;
import vn.lgsp.launcher.Progress;
import vn.lgsp.launcher.StartFailure;
import vn.lgsp.launcher.Texts;
import vn.lgsp.launcher.Trees;

/**
 * Plays a source and a destination as two client processes on a running platform: an electronic document, then a file of 50 MiB, each from
 * request to erasure. Every step is numbered; the number of the one that failed is the exit status.
 */
public final class Demo {
    private static final int START = 1;
    private static final int SAMPLES = 2;
    private static final int DOCUMENT = 3;
    private static final int FILE = 4;
    private static final int DIGESTS = 5;
    private static final int ERASURE = 6;
    private static final int FILE_MEBIBYTES = 50;
    private static final int MEBIBYTE = 1024 * 1024;
    private static final long ERASURE_SECONDS = 20;

    private final Platform platform;
    private final Path client;
    private final Progress progress;
    private final Texts texts;
    private final StepTable table;
    private final Path folder;
    private final Traces traces;
    private final byte[] marker = HexFormat.of().formatHex(randomBytes()).getBytes(StandardCharsets.US_ASCII);

    /**
     * @param platform a platform that was started with the demonstration province
     * @param client directory with the client's JARs
     */
    public Demo(Platform platform, Path client, Progress progress) {
        this.platform = platform;
        this.client = client;
        this.progress = progress;
        this.texts = progress.texts();
        this.table = new StepTable(progress);
        this.folder = platform.home().demo().resolve("files");
        this.traces = new Traces(
                platform.database(), platform.home().root(), platform.settings().contentDirectory());
    }

    /** A step that did not end as it must. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final int step;

        Failed(int step) {
            this.step = step;
        }
    }

    /** A packet that arrived: what both sides say of it. */
    private record Exchange(UUID packet, String sentDigest, String receivedDigest) {}

    /**
     * Plays everything.
     *
     * @return 0, or the number of the step that failed
     */
    public int play() throws StartFailure {
        try {
            progress.plain("");
            table.check(
                    true,
                    texts.of("demo.step", START, texts.of("demo.started", traces.agencies(), traces.applications())));
            Path document = folder.resolve("van-ban-mau.edxml");
            Path file = folder.resolve("tep-50-mib.bin");
            prepare(document, file);
            table.check(true, texts.of("demo.step", SAMPLES, texts.of("demo.samples")));
            Exchange first = exchange(DOCUMENT, texts.of("demo.document"), document, "edoc", "edxml", "urgent");
            Exchange second = exchange(FILE, texts.of("demo.file"), file, "file", "file", "normal");
            progress.plain("");
            progress.plain(texts.of("demo.step", DIGESTS, texts.of("demo.digestsTitle")));
            agree(first);
            agree(second);
            progress.plain("");
            progress.plain(texts.of("demo.step", ERASURE, texts.of("demo.erasureTitle")));
            vanished(first.packet());
            vanished(second.packet());
            searched();
            return 0;
        } catch (Failed failed) {
            progress.plain(texts.of("demo.failed", failed.step));
            return failed.step;
        } catch (IOException | SQLException e) {
            progress.plain(texts.of("demo.broken", String.valueOf(e.getMessage())));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void prepare(Path document, Path file) throws IOException, InterruptedException, StartFailure, Failed {
        Trees.delete(folder);
        Home.createPrivate(folder);
        try (ClientProcess sample = ClientProcess.start(
                client, List.of("--json", "sample", "edxml", "--out", document.toString()), line -> {})) {
            require(sample.awaitEnd() == 0, SAMPLES);
        }
        byte[] block = new byte[MEBIBYTE];
        Random random = new Random();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < FILE_MEBIBYTES; i++) {
                random.nextBytes(block);
                System.arraycopy(marker, 0, block, MEBIBYTE / 2, marker.length);
                out.write(block);
            }
        }
    }

    private Exchange exchange(int step, String title, Path file, String dataType, String protocol, String importance)
            throws IOException, InterruptedException, Failed {
        table.head(texts.of("demo.step", step, title));
        AtomicReference<String> packet = new AtomicReference<>("");
        List<String> listen = List.of(
                "--json",
                "--credentials",
                credentials("destination"),
                "listen",
                "--out",
                folder.resolve("inbox-" + step).toString());
        List<String> send = List.of(
                "--json",
                "--credentials",
                credentials("source"),
                "send",
                file.toString(),
                "--to",
                "000.00.31.H23",
                "--title",
                title,
                "--data-type",
                dataType,
                "--protocol",
                protocol,
                "--importance",
                importance,
                "--wait",
                "120");
        // What waited from an earlier run is taken as well, but only this packet is shown.
        try (ClientProcess destination = ClientProcess.start(client, listen, line -> {
            if (line.get("packetId").isEmpty() || line.get("packetId").equals(packet.get())) {
                table.show("demo.destination", line);
            }
        })) {
            require(destination.awaitWaiting(), step);
            try (ClientProcess source = ClientProcess.start(client, send, line -> {
                packet.compareAndSet("", line.get("packetId"));
                table.show("demo.source", line);
            })) {
                require(source.awaitEnd() == 0, step);
                require(destination.await("confirm", packet.get()).isPresent(), step);
                StepLine download = destination.await("download", packet.get()).orElseThrow(() -> new Failed(step));
                return new Exchange(
                        UUID.fromString(packet.get()),
                        member(source, "upload", "digest", step),
                        download.get("digest"));
            }
        }
    }

    private static String member(ClientProcess process, String step, String name, int number) throws Failed {
        return process.step(step).map(line -> line.get(name)).orElseThrow(() -> new Failed(number));
    }

    private void agree(Exchange exchange) throws Failed {
        boolean same = exchange.sentDigest().equals(exchange.receivedDigest());
        table.check(
                same,
                same
                        ? texts.of("demo.digests", exchange.packet(), exchange.sentDigest())
                        : texts.of("demo.digestsDiffer", exchange.sentDigest(), exchange.receivedDigest()));
        require(same, DIGESTS);
    }

    private void vanished(UUID packet) throws SQLException, IOException, InterruptedException, Failed {
        long deadline = System.nanoTime() + ERASURE_SECONDS * 1_000_000_000L;
        while (!traces.keyIsGone(packet) && System.nanoTime() < deadline) {
            // The bytes are unlinked right after the answer to the confirmation; a moment may pass.
            LockSupport.parkNanos(50_000_000L);
        }
        boolean gone = traces.keyIsGone(packet) && traces.filesLeft(packet) == 0;
        table.check(gone, texts.of("demo.erased", packet));
        require(gone, ERASURE);
    }

    private void searched() throws IOException, Failed {
        Path found = traces.find(marker, platform.home().demo());
        table.check(found == null, found == null ? texts.of("demo.marker") : texts.of("demo.markerFound", found));
        require(found == null, ERASURE);
    }

    private String credentials(String part) {
        return platform.home().demo().resolve(part + ".json").toString();
    }

    private static void require(boolean passed, int step) throws Failed {
        if (!passed) {
            throw new Failed(step);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}

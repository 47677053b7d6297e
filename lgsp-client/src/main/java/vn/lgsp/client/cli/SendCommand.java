package vn.lgsp.client.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.SendRequest;
import vn.lgsp.client.model.FileDigest;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.model.Importance;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.model.PacketRequest;
import vn.lgsp.client.model.Policy;
import vn.lgsp.client.model.Session;

/** Sends files, step by step (Điều 8). */
@Command(name = "send", sortOptions = false)
final class SendCommand extends ClientCommand {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "send.file")
    private List<Path> files;

    @Option(names = "--to", required = true, paramLabel = "CODE", descriptionKey = "send.to")
    private String agency;

    @Option(names = "--title", required = true, paramLabel = "TEXT", descriptionKey = "send.title")
    private String title;

    @Option(names = "--importance", paramLabel = "LEVEL", descriptionKey = "send.importance")
    private String importance;

    @Option(names = "--data-type", paramLabel = "CODE", descriptionKey = "send.data-type")
    private String dataType;

    @Option(names = "--protocol", paramLabel = "NAME", descriptionKey = "send.protocol")
    private String protocol;

    @Option(names = "--deadline", paramLabel = "TIME", descriptionKey = "send.deadline")
    private String deadline;

    @Option(names = "--each", descriptionKey = "send.each")
    private boolean each;

    @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "send.wait")
    private Integer wait;

    @Override
    int run(LgspClient client, Output output) {
        SendRequest request = request();
        if (each) {
            if (wait != null) {
                throw new UsageException(root().texts(), "each-wait");
            }
            return new EachFile(client, root()).send(request);
        }
        Session session = root().step(Step.of("session", "8.1"), client::openSession, SessionSteps::describe);
        try {
            if (wait == null) {
                send(client, request);
                return ExitCode.OK;
            }
            try (ReceiptWatch watch = new ReceiptWatch(client, root())) {
                UUID packetId = send(client, request);
                return watch.await(packetId, Duration.ofSeconds(wait)) ? ExitCode.OK : ExitCode.WAITED;
            }
        } finally {
            SessionSteps.closeQuietly(client, session);
        }
    }

    private UUID send(LgspClient client, SendRequest request) {
        PacketRequest asked = root().attempt("request", request::toPacketRequest);
        Packet granted = root().step(
                        Step.of("request", "8.2"), () -> client.packets().request(asked), packet -> Step.of("request")
                                .with(Step.PACKET, packet.id())
                                .with(Step.AGENCY, agency)
                                .with(Step.TITLE, packet.title())
                                .with(Step.BYTES, asked.size())
                                .with(Step.STATE, packet.state()));
        UUID id = granted.id();
        List<FileDigest> digests = new ArrayList<>();
        for (Path file : request.files()) {
            FileInfo stored = root().step(
                            Step.of("upload", "8.3"),
                            () -> client.packets().upload(granted.space(), file),
                            info -> Step.of("upload").with(Step.PACKET, id).about(info, info.digest()));
            digests.add(new FileDigest(stored.name(), stored.digest()));
        }
        if (request.policy() != null) {
            root().step(
                            Step.of("policy", "8.3"),
                            () -> {
                                client.packets().policy(granted.space(), request.policy());
                                return id;
                            },
                            done -> Step.of("policy")
                                    .with(Step.PACKET, id)
                                    .with("deadline", request.policy().deadline()));
        }
        root().step(
                        Step.of("complete", "8.4"),
                        () -> client.packets().complete(id, digests),
                        packet -> Step.of("complete").with(Step.PACKET, id).with(Step.STATE, packet.state()));
        return id;
    }

    private SendRequest request() {
        if (title.indexOf('\uFFFD') >= 0) {
            throw new UsageException(root().texts(), "encoding");
        }
        SendRequest request =
                SendRequest.to(agency, title).as(dataType, protocol).importance(level());
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new UsageException(root().texts(), "file-missing", file.toString());
            }
            request = request.file(file);
        }
        if (files.stream().map(Path::getFileName).distinct().count() < files.size()) {
            throw new UsageException(root().texts(), "same-name");
        }
        return deadline == null ? request : request.policy(new Policy(null, time()));
    }

    private Importance level() {
        if (importance == null) {
            return null;
        }
        return Arrays.stream(Importance.values())
                .filter(level -> level != Importance.UNKNOWN && level.code().equals(importance))
                .findFirst()
                .orElseThrow(() -> new UsageException(root().texts(), "importance", importance));
    }

    /** A time with its offset, or without: then on the clock of Vietnam. */
    private Instant time() throws LgspException {
        try {
            return OffsetDateTime.parse(deadline).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(deadline).atZone(Output.ZONE).toInstant();
            } catch (DateTimeParseException notATime) {
                throw new UsageException(root().texts(), "time", deadline);
            }
        }
    }
}

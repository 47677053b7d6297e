package vn.lgsp.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.client.model.ContentFile;
import vn.lgsp.client.model.FileDigest;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.model.Journey;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.model.PacketPage;
import vn.lgsp.client.model.PacketQuery;
import vn.lgsp.client.model.PacketRequest;
import vn.lgsp.client.model.Policy;
import vn.lgsp.client.model.Receipt;
import vn.lgsp.client.model.SendResult;
import vn.lgsp.client.model.SmallPacket;
import vn.lgsp.client.model.UploadSpace;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.client.transport.Call;
import vn.lgsp.client.transport.Endpoint;
import vn.lgsp.client.transport.JsonRecords;
import vn.lgsp.client.transport.Transport;

/** The sending side (Điều 8). */
public final class Packets {

    private static final String PATH = "/api/v1/packets";

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("edxml", "application/xml"),
            Map.entry("xml", "application/xml"),
            Map.entry("json", "application/json"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"),
            Map.entry("zip", "application/zip"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"));

    private final Transport transport;

    Packets(Transport transport) {
        this.transport = transport;
    }

    /**
     * Asks to send (Điều 8.2). Carries an idempotency key of its own, so that a repetition after a broken connection cannot make a
     * second packet.
     *
     * @return the packet with its space
     */
    public Packet request(PacketRequest request) {
        return request(request, UUID.randomUUID().toString());
    }

    /**
     * Asks to send, with the caller's own idempotency key: the same key with the same request answers the same packet, also after a
     * restart of the caller.
     *
     * @param idempotencyKey 1 to 128 printable ASCII characters
     */
    public Packet request(PacketRequest request, String idempotencyKey) {
        return transport.record(
                Call.post(PATH).json(JsonRecords.write(request)).header("Idempotency-Key", idempotencyKey),
                Packet.class);
    }

    /** Sets or replaces the policy of a packet that is not complete (Điều 8.3). */
    public void policy(UploadSpace space, Policy policy) {
        transport.run(Call.put("/api/v1/spaces/" + space.id() + "/policy").json(JsonRecords.write(policy)));
    }

    /** Uploads a file under its own name; see {@link #upload(UploadSpace, Path, String, String)}. */
    public FileInfo upload(UploadSpace space, Path file) throws IOException {
        String name = nameOf(file);
        return upload(space, file, name, mediaTypeOf(name));
    }

    /**
     * Uploads a file (Điều 8.3). It is read twice, first for its digest and then to be sent, in small pieces; it must not change
     * meanwhile.
     *
     * @param name 1 to 255 characters without control characters, {@code /} and {@code \}
     * @return what the platform stored
     * @throws IOException when the file cannot be read
     */
    public FileInfo upload(UploadSpace space, Path file, String name, String mediaType) throws IOException {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("Not a file name: " + name);
        }
        String digest = ContentDigest.of(file);
        String path = "/api/v1/spaces/" + space.id() + "/files/" + Endpoint.encode(name);
        return transport.record(Call.put(path).file(file, Files.size(file), mediaType, digest), FileInfo.class);
    }

    /**
     * Says that all content is there (Điều 8.4).
     *
     * @param digests of every file that was uploaded
     * @return the packet, planned for delivery
     */
    public Packet complete(UUID packetId, List<FileDigest> digests) {
        return transport.record(
                Call.post(PATH + "/" + packetId + ":complete").json(JsonRecords.write(new FileDigests(digests))),
                Packet.class);
    }

    /**
     * Sends packets whole in one request (Điều 8.2 to 8.4), each with its content. A repetition after a broken connection makes no second
     * packet: each has its key.
     *
     * @param packets at most 100 with 4 MiB of content in all, unless the platform says otherwise
     * @return what became of each, in their order
     */
    public List<SendResult> send(List<SmallPacket> packets) {
        return transport
                .record(Call.post(PATH + ":send").json(JsonRecords.write(new SendItems(packets))), SendResults.class)
                .results();
    }

    /**
     * Withdraws a packet before the destination has begun to take it.
     *
     * @param reason 1 to 1000 characters
     */
    public Packet cancel(UUID packetId, String reason) {
        return transport.record(
                Call.post(PATH + "/" + packetId + ":cancel")
                        .json(JsonRecords.write(new Reason(reason)))
                        .once(),
                Packet.class);
    }

    /** The packet's state (Điều 8.5). */
    public Packet get(UUID packetId) {
        return transport.record(Call.get(PATH + "/" + packetId), Packet.class);
    }

    /** Every step of the packet so far. */
    public Journey journey(UUID packetId) {
        return transport.record(Call.get(PATH + "/" + packetId + "/journey"), Journey.class);
    }

    /** What the destination confirmed (Điều 8.5, 5.3). */
    public Receipt receipt(UUID packetId) {
        return transport.record(Call.get(PATH + "/" + packetId + "/receipt"), Receipt.class);
    }

    /** Own packets, newest first, one page at a time. */
    public PacketPage list(PacketQuery query) {
        StringBuilder path = new StringBuilder(PATH)
                .append("?direction=")
                .append(query.direction().code())
                .append("&limit=")
                .append(query.limit());
        if (query.state() != null) {
            path.append("&state=").append(query.state().code());
        }
        if (query.after() != null) {
            path.append("&after=").append(query.after());
        }
        return transport.perform(Call.get(path.toString()), response -> {
            boolean more = response.headers().allValues("Link").stream()
                    .anyMatch(link -> link.matches(".*;\\s*rel=\"?next\"?.*"));
            Items items = transport.read(transport.object(response), Items.class);
            return new PacketPage(items.items(), more);
        });
    }

    /**
     * A small file as it goes along with its packet, under its own name.
     *
     * @throws IOException when the file cannot be read
     */
    public static ContentFile content(Path file) throws IOException {
        String name = nameOf(file);
        return new ContentFile(name, mediaTypeOf(name), Files.readAllBytes(file));
    }

    /** The name under which a file is sent: its last part, in the composed form of Unicode. */
    static String nameOf(Path file) {
        Path last = file.getFileName();
        return last == null ? "" : Normalizer.normalize(last.toString(), Normalizer.Form.NFC);
    }

    private static String mediaTypeOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    }

    record FileDigests(List<FileDigest> files) {}

    record Reason(String reason) {}

    record Items(List<Packet> items) {}

    record SendItems(List<SmallPacket> items) {}

    record SendResults(List<SendResult> results) {}
}

package vn.lgsp.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.client.model.Agency;
import vn.lgsp.client.model.ClockReading;
import vn.lgsp.client.model.FileDigest;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.model.InboxItem;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.model.Session;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.transport.Call;
import vn.lgsp.client.transport.Endpoint;
import vn.lgsp.client.transport.Transport;

/**
 * One application's access to the platform. Every call is signed; calls that may be repeated are repeated when the platform is busy or
 * the connection breaks. All methods throw {@link LgspException} when the platform refuses or cannot be reached. Safe for threads.
 */
public final class LgspClient implements AutoCloseable {

    private final Transport transport;
    private final boolean sessionTokens;
    private final Packets packets;
    private final Deliveries deliveries;
    private final AccessTickets tickets;
    private final AccessGate gate;

    LgspClient(Transport transport, RequestSigner signer, boolean sessionTokens) {
        this.transport = transport;
        this.sessionTokens = sessionTokens;
        this.packets = new Packets(transport);
        this.deliveries = new Deliveries(transport);
        this.tickets = new AccessTickets(transport, signer);
        this.gate = new AccessGate(transport, signer);
    }

    /**
     * Settings to start from.
     *
     * @param endpoint address of the platform, e.g. {@code https://lgsp.example.vn}
     * @param accessKey the application's access key
     * @param secret its secret, exactly as it was shown
     */
    public static LgspClientBuilder builder(URI endpoint, String accessKey, String secret) {
        return new LgspClientBuilder(endpoint, new RequestSigner(accessKey, secret));
    }

    /** Connects; the answer tells what waits in both directions (Điều 8.1, 9.1). */
    public Session openSession() {
        transport.show(null);
        Session session = transport.record(Call.post("/api/v1/sessions"), Session.class);
        if (sessionTokens) {
            transport.show(session.token());
        }
        return session;
    }

    /** Says that this application is still there (Điều 5.9). */
    public void heartbeat(UUID sessionId) {
        transport.run(Call.post("/api/v1/sessions/" + sessionId + "/heartbeat"));
    }

    /** Disconnects. */
    public void closeSession(UUID sessionId) {
        transport.run(Call.delete("/api/v1/sessions/" + sessionId));
        transport.show(null);
    }

    /** The sending side. */
    public Packets packets() {
        return packets;
    }

    /** The receiving side. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** Calling services of other applications (Điều 10.1 to 10.3). */
    public AccessTickets tickets() {
        return tickets;
    }

    /** Being called by other applications (Điều 10.4 to 10.6). */
    public AccessGate gate() {
        return gate;
    }

    /**
     * Sends files in one go: asks, uploads, sets the policy if there is one, completes (Điều 8.2 to 8.4).
     *
     * @return the packet, planned for delivery
     * @throws IOException when a file cannot be read
     */
    public Packet send(SendRequest request) throws IOException {
        Packet granted = packets.request(request.toPacketRequest());
        List<FileDigest> digests = new ArrayList<>();
        for (Path file : request.files()) {
            FileInfo stored = packets.upload(granted.space(), file);
            digests.add(new FileDigest(stored.name(), stored.digest()));
        }
        if (request.policy() != null) {
            packets.policy(granted.space(), request.policy());
        }
        return packets.complete(granted.id(), digests);
    }

    /**
     * What waits for this application, most important first (Điều 9.1).
     *
     * @param limit 1 to 200
     */
    public List<InboxItem> inbox(int limit) {
        return inbox(limit, Duration.ZERO, 0);
    }

    /**
     * What waits for this application, as soon as something does, with its content where that is small. What comes with its content counts
     * as accepted and taken (Điều 9.2, 9.3): keep it and confirm it; until then it comes again.
     *
     * @param max 1 to 200
     * @param wait how long to wait for something to come, at most 60 seconds
     * @param inline bytes of content that may come along, at most 4 MiB unless the platform says otherwise; 0 for none
     */
    public List<InboxItem> inbox(int max, Duration wait, long inline) {
        String path = "/api/v1/inbox?max=" + max + "&wait=" + wait.toSeconds() + "&inline=" + inline;
        return transport.record(Call.get(path).waiting(wait), Inbox.class).items();
    }

    /**
     * Takes a file out of a destination's space (Điều 9.3). The content streams to the disk and is hashed on the way; when the
     * connection breaks the rest is fetched; at the end the digest must be the one that the platform promised.
     *
     * @param file from the space of an accepted delivery
     * @param target must not exist; removed again when the download fails
     * @return the digest that was computed from what arrived, for {@link Deliveries#confirm}
     * @throws IOException when the file cannot be written
     * @throws DigestMismatchException when something else arrived than was promised
     */
    public String download(FileInfo file, Path target) throws IOException {
        return new Downloads(transport).fetch(file, target);
    }

    /**
     * Follows the events of this application in a thread of its own until it is closed (Điều 4.5); broken connections are taken up
     * again behind the last event that was handled.
     *
     * @param lastEventId resume behind this event; null: from now on
     * @param handler is called by one thread at a time
     */
    public EventStream events(String lastEventId, EventHandler handler) {
        return new EventStream(transport, lastEventId, handler).start();
    }

    /**
     * Agencies by name, with accents or without, or by code (Điều 5.7).
     *
     * @param query 1 to 100 characters
     * @param limit 1 to 100
     */
    public List<Agency> agencies(String query, int limit) {
        String path = "/api/v1/agencies?q=" + Endpoint.encode(query) + "&limit=" + limit;
        return transport.record(Call.get(path), Agencies.class).items();
    }

    /** Compares the clocks (Điều 5.4); needs no key. */
    public ClockReading time() {
        Instant before = Instant.now();
        long start = System.nanoTime();
        Instant server = transport
                .record(Call.get("/api/v1/time").unsigned(), ServerTime.class)
                .time();
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
        Instant middle = before.plus(roundTrip.dividedBy(2));
        return new ClockReading(server, Duration.between(server, middle), roundTrip);
    }

    /** Ends background work. Event streams are closed by whoever opened them. */
    @Override
    public void close() {
        transport.close();
    }

    record Inbox(List<InboxItem> items) {}

    record Agencies(List<Agency> items) {}

    record ServerTime(Instant time) {}
}

package vn.lgsp.tests.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.routing.boundary.DeliveryTask;
import vn.lgsp.routing.boundary.Download;
import vn.lgsp.routing.boundary.FileDigest;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.Receipt;
import vn.lgsp.routing.boundary.Receiving;
import vn.lgsp.routing.boundary.Sending;

/** Packets taken step by step along their way, by applications as they stand at each step. */
@Dependent
public class UnderWay {
    private static final byte[] CONTENT = "Kính gửi Ủy ban nhân dân xã".getBytes(UTF_8);
    private static final String FILE = "công-văn.txt";

    @Inject
    private Demonstration demonstration;

    @Inject
    private Sending sending;

    @Inject
    private Receiving receiving;

    /** Granted and uploaded, not complete. */
    PacketView uploaded(UUID source, String agency) {
        Caller caller = demonstration.caller(source);
        PacketView packet = sending.request(
                caller,
                new PacketRequest(
                        List.of(new PacketRequest.Recipient(agency, null)),
                        "Gói đang đi " + UUID.randomUUID(),
                        null,
                        "file",
                        "file",
                        null,
                        null));
        sending.upload(caller, packet.space().id(), FILE, "text/plain", digest(), new ByteArrayInputStream(CONTENT));
        return packet;
    }

    /** Complete: it waits for its destination. */
    PacketView complete(UUID source, PacketView packet) {
        return sending.complete(demonstration.caller(source), packet.id(), List.of(new FileDigest(FILE, digest())));
    }

    /** Sent as a whole. */
    PacketView sent(UUID source, String agency) {
        return complete(source, uploaded(source, agency));
    }

    /** The packet as its source sees it. */
    PacketView seen(UUID source, PacketView packet) {
        return sending.packet(demonstration.caller(source), packet.id());
    }

    static UUID delivery(PacketView packet) {
        return packet.deliveries().get(0).id();
    }

    /** Whether it is in the inbox of an application. */
    boolean waits(UUID destination, PacketView packet) {
        return receiving.inbox(demonstration.caller(destination), 200).stream()
                .anyMatch(item -> item.packetId().equals(packet.id()));
    }

    DeliveryTask accept(UUID destination, PacketView packet) {
        return receiving.accept(demonstration.caller(destination), delivery(packet));
    }

    /** Accepts it, or renews the space, takes the content and compares it. */
    void fetch(UUID destination, PacketView packet) {
        DeliveryTask task = accept(destination, packet);
        try (Download download =
                receiving.open(demonstration.caller(destination), task.space().id(), FILE, true)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            download.transferTo(out, 0, CONTENT.length);
            assertThat(out.toByteArray()).isEqualTo(CONTENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Receipt confirm(UUID destination, PacketView packet) {
        return receiving.confirm(
                demonstration.caller(destination), delivery(packet), List.of(new FileDigest(FILE, digest())));
    }

    /** All that a destination does; the packet is delivered. */
    Receipt take(UUID source, UUID destination, PacketView packet) {
        fetch(destination, packet);
        Receipt receipt = confirm(destination, packet);
        assertThat(seen(source, packet).state()).isEqualTo(PacketState.DELIVERED);
        return receipt;
    }

    private static Digest digest() {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(CONTENT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

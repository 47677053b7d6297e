package vn.lgsp.client.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.lgsp.client.RefusedException;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.model.PacketDelivery;
import vn.lgsp.client.transport.Texts;

/** The packet has ended without being confirmed. */
final class NotDeliveredException extends RefusedException {

    private static final long serialVersionUID = 1L;

    NotDeliveredException(Texts texts, Packet packet) {
        super(
                409,
                "client-not-delivered",
                texts.text(
                        "error.not-delivered.detail",
                        texts.text("packet." + packet.state().code()),
                        reasons(packet)),
                texts.text("error.not-delivered.fix", packet.id().toString()),
                null,
                false,
                List.of());
    }

    private static String reasons(Packet packet) {
        return packet.deliveries().stream()
                .map(PacketDelivery::reason)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }
}

package vn.lgsp.model.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest {

    static Stream<Lifecycle<?>> states() {
        return Stream.of(PacketState.values(), DeliveryState.values(), ContentState.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("states")
    void each_state_is_reached_or_is_a_beginning(Lifecycle<?> state) {
        boolean beginning =
                state == PacketState.REQUESTED || state == DeliveryState.WAITING || state == ContentState.EMPTY;
        boolean reached = states().anyMatch(other -> other.next().contains(state));
        assertThat(reached).isNotEqualTo(beginning);
    }

    @Test
    void a_packet_takes_the_steps_of_the_table() {
        Packet packet = packet();
        packet.become(PacketState.GRANTED, Instant.EPOCH);
        packet.become(PacketState.UPLOADING, Instant.EPOCH);
        assertThat(packet.state()).isEqualTo(PacketState.UPLOADING);
        assertThat(packet.stateSeq()).isEqualTo((short) 2);
    }

    @Test
    void a_packet_refuses_any_other_step() {
        Packet packet = packet();
        assertThatThrownBy(() -> packet.become(PacketState.DELIVERED, Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class);
        assertThat(packet.state()).isEqualTo(PacketState.REQUESTED);
    }

    @Test
    void shredding_destroys_the_key() {
        Content content = new Content(UUID.randomUUID(), new byte[] {1, 2, 3}, "00000000", Instant.EPOCH);
        content.become(ContentState.SHREDDED, Instant.EPOCH);
        assertThat(content.wrappedKey()).isNull();
    }

    private static Packet packet() {
        return new Packet(
                UUID.randomUUID(), UUID.randomUUID(), "V/v thử", Importance.NORMAL, "file", "file", Instant.EPOCH);
    }
}

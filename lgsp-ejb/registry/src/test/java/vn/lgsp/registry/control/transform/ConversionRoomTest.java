package vn.lgsp.registry.control.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.lgsp.model.registry.TransformationKind;

@DisplayName("Where conversions run: few at a time, and what does not end is not begun again")
class ConversionRoomTest {
    private static final Program TO_JSON = new Program(TransformationKind.XML_TO_JSON, null);

    @Test
    @DisplayName("documents are converted, and refused beyond their bound")
    void bounds() throws ConversionFault {
        ConversionRoom room = ConversionRoom.of(1, 10, 1);
        UUID version = UUID.randomUUID();
        assertThat(room.convert(version, TO_JSON, "<a>1</a>".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("{\"a\":\"1\"}");
        assertThat(room.convert(version, TO_JSON, "<a>2</a>".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("{\"a\":\"2\"}");
        assertThatThrownBy(() -> room.convert(version, TO_JSON, new byte[1025]))
                .isInstanceOf(ConversionFault.class)
                .hasMessage("content-too-large");
        assertThat(room.stuck()).isEmpty();
    }

    @Test
    @Timeout(60)
    @DisplayName("a thread that does not end in spite of its watch keeps its place, and its version is suspended")
    void stuck() throws Exception {
        ConversionRoom room = ConversionRoom.of(2, 1, 1);
        UUID version = UUID.randomUUID();
        CountDownLatch end = new CountDownLatch(1);
        assertThatThrownBy(() -> room.run(version, () -> {
                    // A single step of a processor that looks at no watch.
                    while (end.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return null;
                }))
                .isInstanceOf(ConversionFault.class)
                .hasMessage(Watch.TIME);
        assertThat(room.stuck()).contains(version);
        assertThatThrownBy(() -> room.convert(version, TO_JSON, "<a/>".getBytes(UTF_8)))
                .hasMessage("conversion-suspended");
        assertThat(room.free()).isEqualTo(1);
        assertThat(room.convert(UUID.randomUUID(), TO_JSON, "<a/>".getBytes(UTF_8)))
                .isNotEmpty();
        end.countDown();
        while (room.free() < 2) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("whatever else goes wrong is a failure of the conversion")
    void failures() {
        ConversionRoom room = ConversionRoom.of(1, 5, 1);
        UUID version = UUID.randomUUID();
        assertThatThrownBy(() -> room.run(version, () -> {
                    throw new OutOfMemoryError("in a single step");
                }))
                .hasMessage(Watch.MEMORY);
        assertThat(room.stuck()).contains(version);
        assertThatThrownBy(() -> room.run(null, () -> {
                    throw new IllegalStateException("a processor's own");
                }))
                .hasMessage("conversion-program");
        assertThat(room.free()).isEqualTo(1);
    }
}

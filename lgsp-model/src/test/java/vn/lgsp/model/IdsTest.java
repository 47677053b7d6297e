package vn.lgsp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Identifiers tell when they were made and in which order")
class IdsTest {
    /** More than a millisecond has parts, so that some must run ahead of the clock. */
    private static final int MANY = 100_000;

    /** As the database compares them, byte by byte; the sign bits of {@link UUID#compareTo} would mislead. */
    private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

    @Test
    @DisplayName("one thread's increase, also within a millisecond")
    void increase() {
        List<UUID> ids = Stream.generate(Ids::next).limit(MANY).toList();

        assertThat(ids).isSortedAccordingTo(AS_STORED).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("those of many threads differ, and each thread's increase")
    void threads() {
        List<List<UUID>> all = IntStream.range(0, 8)
                .parallel()
                .mapToObj(thread -> Stream.generate(Ids::next).limit(10_000).toList())
                .toList();

        assertThat(all).allSatisfy(ids -> assertThat(ids).isSortedAccordingTo(AS_STORED));
        List<UUID> together = new ArrayList<>();
        all.forEach(together::addAll);
        assertThat(together).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("the time is the clock's, and the form that of the standard")
    void time() {
        Instant before = Instant.now().minusMillis(1);
        UUID id = Ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        // Others of this process may have run ahead of the clock, a millisecond for every 4,096.
        assertThat(Ids.instant(id)).isBetween(before, Instant.now().plus(Duration.ofSeconds(1)));
        assertThat(AS_STORED.compare(Ids.floor(before), id)).isNegative();
    }
}

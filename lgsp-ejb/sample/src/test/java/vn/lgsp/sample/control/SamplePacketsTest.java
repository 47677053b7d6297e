package vn.lgsp.sample.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.lgsp.sample.control.Samples.NOON;
import static vn.lgsp.sample.control.Samples.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Ids;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry.Subject;
import vn.lgsp.model.packet.Lifecycle;
import vn.lgsp.model.packet.PacketState;

@DisplayName("The packets of the sample")
class SamplePacketsTest {
    private static final int MANY = 3_000;
    private static final List<SamplePacket> PACKETS = Samples.packets(order(7, NOON, MANY));

    @Test
    @DisplayName("follow from the seed and the day, ids and all; another seed gives others")
    void deterministic() {
        assertThat(Samples.packets(order(7, NOON, MANY)).stream()
                        .map(SamplePacketsTest::told)
                        .toList())
                .isEqualTo(PACKETS.stream().map(SamplePacketsTest::told).toList());
        assertThat(Collections.disjoint(ids(Samples.packets(order(8, NOON, MANY))), ids(PACKETS)))
                .isTrue();
    }

    /** Everything that the rows of a packet would hold. */
    private static String told(SamplePacket packet) {
        return packet.id() + " " + packet.deliveryId() + " " + packet.wish() + packet.spaces() + packet.steps()
                + packet.files().stream()
                        .map(file -> file.name()
                                + file.size()
                                + file.blobId()
                                + HexFormat.of().formatHex(file.sha256()))
                        .toList();
    }

    @Test
    @DisplayName("are the same at any time of the day, but for what has not happened yet")
    void timeOfDay() {
        List<SamplePacket> evening = Samples.packets(order(7, NOON.plus(Duration.ofHours(9)), MANY));
        assertThat(ids(evening).containsAll(ids(PACKETS))).isTrue();
        assertThat(evening).hasSizeGreaterThan(PACKETS.size());
        assertThat(PACKETS).allMatch(packet -> packet.last().isBefore(NOON));
    }

    @Test
    @DisplayName("every step is in the tables of transitions, in order, from the beginning, by somebody who may")
    void legal() {
        for (SamplePacket packet : PACKETS) {
            for (Subject subject : Subject.values()) {
                List<SamplePacket.Step> steps = packet.steps().stream()
                        .filter(step -> step.subject() == subject)
                        .toList();
                Lifecycle<?> state = null;
                for (int i = 0; i < steps.size(); i++) {
                    SamplePacket.Step step = steps.get(i);
                    assertThat(step.seq()).isEqualTo(i);
                    assertThat(step.from()).isEqualTo(state == null ? null : state.name());
                    Lifecycle<?> next = state(subject, step.to());
                    assertThat(state == null ? first(subject) : names(state.next()))
                            .as("%s of %s", step, packet.wish())
                            .contains(next.name());
                    state = next;
                }
            }
            assertThat(packet.steps()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(packet.last(Subject.PACKET).to())
                    .isEqualTo(packet.state().name());
            assertThat(packet.last(Subject.DELIVERY).to())
                    .isEqualTo(packet.deliveryState().name());
            assertThat(packet.last(Subject.CONTENT).to())
                    .isEqualTo(packet.contentState().name());
        }
    }

    @Test
    @DisplayName("a diary refuses a step that is not in the tables, and one before the last")
    void diaryRefuses() {
        Diary diary = new Diary(Dice.of(1, 1, 1));
        assertThatIllegalStateException().isThrownBy(() -> diary.packet(PacketState.PLANNED, NOON, null, null));
        diary.packet(PacketState.REQUESTED, NOON, null, null);
        assertThatIllegalStateException().isThrownBy(() -> diary.packet(PacketState.DELIVERED, NOON, null, null));
        assertThatIllegalStateException()
                .isThrownBy(() -> diary.packet(PacketState.GRANTED, NOON.minusMillis(1), null, null));
    }

    @Test
    @DisplayName(
            "what has ended is erased with closed spaces, what waits keeps its content; a confirmed one was in time")
    void coherent() {
        for (SamplePacket packet : PACKETS) {
            boolean over = packet.state().isFinal();
            assertThat(packet.contentState() == ContentState.ERASED).isEqualTo(over);
            assertThat(packet.deliveryState().isFinal()).isEqualTo(over);
            assertThat(packet.spaces()).allMatch(space -> !over || space.closedAt() != null);
            assertThat(packet.confirmedAt() != null).isEqualTo(packet.deliveryState() == DeliveryState.CONFIRMED);
            if (packet.confirmedAt() != null) {
                assertThat(packet.confirmedAt()).isBefore(packet.deadline());
            }
            if (!over) {
                // Otherwise the sweep would end it as soon as it is there.
                assertThat(packet.deadline()).isAfter(NOON);
            }
            assertThat(Ids.instant(packet.id()))
                    .isEqualTo(packet.wish().at().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
            assertThat(packet.id().version()).isEqualTo(7);
            assertThat(packet.id().variant()).isEqualTo(2);
            assertThat(packet.wish().source().agencyId())
                    .isNotEqualTo(packet.wish().destination().agencyId());
        }
        assertThat(ids(PACKETS)).hasSameSizeAs(PACKETS);
    }

    @Test
    @DisplayName("nearly all arrive; every way to end is there")
    void endings() {
        Map<DeliveryState, Long> endings =
                PACKETS.stream().collect(Collectors.groupingBy(SamplePacket::deliveryState, Collectors.counting()));
        assertThat(endings.get(DeliveryState.CONFIRMED) * 100.0 / PACKETS.size())
                .isBetween(96.0, 99.0);
        assertThat(endings)
                .containsKeys(
                        DeliveryState.REFUSED,
                        DeliveryState.EXPIRED,
                        DeliveryState.CANCELLED,
                        DeliveryState.FAILED,
                        DeliveryState.NOTIFIED,
                        DeliveryState.PLANNED);
    }

    @Test
    @DisplayName("come when offices work: two peaks, little at noon, at night and at the week's end")
    void officeHours() {
        Map<Integer, Long> hours = PACKETS.stream()
                .collect(Collectors.groupingBy(
                        packet -> packet.wish().at().atZone(Days.VIETNAM).getHour(), Collectors.counting()));
        assertThat(hours.get(9)).isGreaterThan(3 * hours.get(12));
        assertThat(hours.get(14)).isGreaterThan(3 * hours.get(12));
        assertThat(hours.get(12)).isGreaterThan(hours.getOrDefault(3, 0L));
        Map<Boolean, Long> rest = PACKETS.stream()
                .collect(Collectors.partitioningBy(
                        packet -> packet.wish()
                                        .at()
                                        .atZone(Days.VIETNAM)
                                        .getDayOfWeek()
                                        .getValue()
                                > 5,
                        Collectors.counting()));
        assertThat(rest.get(true) / 13.0).isLessThan(rest.get(false) / 32.0 / 4);
        assertThat(PACKETS.size()).isBetween(MANY * 9 / 10, MANY * 11 / 10);
    }

    @Test
    @DisplayName("titles are filled in and fit, and no two hundred are the same")
    void titles() {
        assertThat(PACKETS).extracting(packet -> packet.wish().title()).allSatisfy(title -> assertThat(title)
                .doesNotContain("{", "}", "  ")
                .hasSizeBetween(10, 300));
        Map<String, Long> often = PACKETS.stream()
                .map(packet -> packet.wish().title())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(often.values()).allMatch(count -> count < 30);
        assertThat(often).hasSizeGreaterThan(PACKETS.size() / 2);
    }

    @Test
    @DisplayName("a story is told as it was meant: taken within two seconds, and three hours late")
    void stories() {
        assertThat(duration("Công điện hỏa tốc số 08"))
                .isLessThan(Duration.ofSeconds(2).plusMillis(500));
        assertThat(duration("Công văn số 2962/SNV"))
                .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusMinutes(2));
        assertThat(story("Dữ liệu giám sát bệnh sởi, đợt 2").state()).isEqualTo(PacketState.QUARANTINED);
        assertThat(story("Bản đồ địa chính số").totalBytes()).isGreaterThan(2_000_000_000L);
    }

    private static Duration duration(String title) {
        SamplePacket packet = story(title);
        Instant planned = packet.steps().stream()
                .filter(step -> step.subject() == Subject.DELIVERY && step.to().equals("PLANNED"))
                .findFirst()
                .orElseThrow()
                .at();
        return Duration.between(planned, packet.confirmedAt());
    }

    private static SamplePacket story(String title) {
        return PACKETS.stream()
                .filter(packet -> packet.wish().title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static Set<UUID> ids(List<SamplePacket> packets) {
        return packets.stream().map(SamplePacket::id).collect(Collectors.toSet());
    }

    private static Lifecycle<?> state(Subject subject, String name) {
        return switch (subject) {
            case PACKET -> PacketState.valueOf(name);
            case DELIVERY -> DeliveryState.valueOf(name);
            case CONTENT -> ContentState.valueOf(name);
        };
    }

    private static Set<String> first(Subject subject) {
        return Set.of(
                switch (subject) {
                    case PACKET -> "REQUESTED";
                    case DELIVERY -> "WAITING";
                    case CONTENT -> "EMPTY";
                });
    }

    private static Set<String> names(Set<?> states) {
        return Stream.of(states.toArray())
                .map(state -> ((Enum<?>) state).name())
                .collect(Collectors.toSet());
    }
}

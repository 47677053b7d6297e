package vn.lgsp.tests.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry.Subject;
import vn.lgsp.model.packet.Lifecycle;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.tests.http.Contract;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "Every act in every situation of a packet is answered as the guide says, and what is refused changes nothing")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleMatrixIT {
    /** Needs a destination with a form that cannot be made, and is taken in TransformationIT. */
    private static final Set<String> ELSEWHERE = Set.of("DELIVERY WAITING FAILED");

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Operations about one packet that name it otherwise than in their path. */
    private static final Set<String> NAMED_IN_THE_BODY = Set.of("requestPacket", "confirmDeliveries");
    /** Of OPTIONS the tests' reading of the contract knows nothing. */
    private static final String OPTIONS = "getUploadAbilities";

    private final Matrix matrix = Matrix.read();
    private final List<UUID> packets = new ArrayList<>();
    private Ground ground;

    @BeforeAll
    void enter() {
        ground = new Ground(SharedPlatform.get());
    }

    @AfterAll
    void leave() {
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    @DisplayName("the guide knows every state, every operation about a packet and every situation, and no others")
    void complete() {
        List<String> situations =
                Arrays.stream(Situation.values()).map(Situation::code).toList();
        assertThat(matrix.stands().keySet()).containsExactlyInAnyOrderElementsOf(situations);
        Set<String> states = new TreeSet<>(matrix.passing().keySet());
        matrix.stands().values().forEach(stand -> {
            String[] three = stand.split(" ");
            for (Subject subject : Subject.values()) {
                states.add(subject.name().toLowerCase() + " " + three[subject.ordinal()]);
            }
        });
        assertThat(states).containsExactlyInAnyOrderElementsOf(allStates());
        assertThat(matrix.afterwards())
                .as("where an act leads is a situation of the guide")
                .isSubsetOf(matrix.stands().values());
        assertThat(matrix.passing().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(Contract.get().operations().stream()
                        .filter(Contract.Operation::forApplications)
                        .filter(one -> one.path().matches("/api/v1/(packets|deliveries|spaces|undeliverable)/\\{.*")
                                || NAMED_IN_THE_BODY.contains(one.id()))
                        .map(Contract.Operation::id)
                        .distinct())
                .as("operations about one packet")
                .containsExactlyInAnyOrderElementsOf(Act.all()
                        .map(Act::operation)
                        .filter(operation -> !operation.equals(OPTIONS))
                        .distinct()
                        .toList());
        assertThat(matrix.unknown(Act.all().map(Act::code).toList(), situations))
                .isEmpty();
    }

    private static Set<String> allStates() {
        Set<String> all = new TreeSet<>();
        for (Subject subject : Subject.values()) {
            for (Lifecycle<?> state : states(subject)) {
                all.add(subject.name().toLowerCase() + " " + state.code());
            }
        }
        return all;
    }

    private static Lifecycle<?>[] states(Subject subject) {
        return switch (subject) {
            case PACKET -> PacketState.values();
            case DELIVERY -> DeliveryState.values();
            case CONTENT -> ContentState.values();
        };
    }

    @TestFactory
    @DisplayName("in each situation each act, and in the end every step of the three lifecycles has been taken")
    Stream<DynamicTest> situations() {
        return Stream.concat(
                Arrays.stream(Situation.values())
                        .map(situation -> DynamicTest.dynamicTest(situation.code(), () -> tryAll(situation))),
                Stream.of(
                        DynamicTest.dynamicTest("time runs out", this::timeRunsOut),
                        DynamicTest.dynamicTest("every step was taken", this::assertEveryStepTaken)));
    }

    private void tryAll(Situation situation) {
        int changing = (int) Act.all()
                .map(act -> matrix.cell(act, situation))
                .filter(cell -> cell != null && cell.changes())
                .count();
        Deque<Case> fresh = new ArrayDeque<>(reach(situation, changing + 1));
        List<Case> all = new ArrayList<>(fresh);
        Case still = fresh.remove();
        List<String> wrong = new ArrayList<>();
        for (Act act : Act.values()) {
            Matrix.Cell cell = matrix.cell(act, situation);
            boolean changes = cell != null && cell.changes();
            String found = changes ? changing(act, cell, fresh.remove()) : unchanging(act, still);
            String expected = cell == null
                    ? "nothing in the guide"
                    : cell.answer() + ", " + (changes ? cell.after() : "as before");
            if (!found.equals(expected)) {
                wrong.add(act + ": " + expected + " | but was: " + found);
                if (!changes && !found.endsWith("as before")) {
                    still = reach(situation, 1).get(0);
                    all.add(still);
                }
            }
        }
        all.forEach(Case::tidy);
        ground.tidy();
        assertThat(wrong).as(situation.code()).isEmpty();
    }

    /** So many packets in this situation. */
    private List<Case> reach(Situation situation, int number) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Case one = new Case(ground);
            situation.begin(one);
            packets.add(one.parcel().id());
            cases.add(one);
        }
        cases.forEach(situation::then);
        String stand = matrix.stands().get(situation.code());
        cases.forEach(one -> Awaitility.await(situation.code() + " is " + stand)
                .atMost(LIMIT)
                .until(one::stand, stand::equals));
        return cases;
    }

    private static String changing(Act act, Matrix.Cell cell, Case one) {
        String answer = act.on(one);
        if (one.stand().equals(cell.after())) {
            return answer + ", " + cell.after();
        }
        // Bytes are gone a moment later.
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(one::stand, cell.after()::equals);
        } catch (org.awaitility.core.ConditionTimeoutException never) {
            return answer + ", " + one.stand();
        }
        return answer + ", " + cell.after();
    }

    private static String unchanging(Act act, Case one) {
        String before = one.everything();
        String answer = act.on(one);
        return answer + ", " + (one.everything().equals(before) ? "as before" : one.stand());
    }

    /** What no call brings about: the steps that time takes. */
    private void timeRunsOut() {
        Case empty = new Case(ground).granted(1).spaceOver();
        Case filled = new Case(ground).uploading(1).spaceOver();
        List<Case> deliveries = List.of(
                new Case(ground).sent(1).timeOver(),
                new Case(ground).notified(1).timeOver(),
                new Case(ground).accepted().timeOver(),
                new Case(ground).fetching().timeOver());
        Stream.concat(Stream.of(empty, filled), deliveries.stream())
                .forEach(one -> packets.add(one.parcel().id()));
        awaitStand("expired expired erased", List.of(empty, filled));
        awaitStand("undelivered expired erased", deliveries);
    }

    private static void awaitStand(String stand, List<Case> cases) {
        cases.forEach(one -> Awaitility.await(stand).atMost(LIMIT).until(one::stand, stand::equals));
    }

    /** By the history of the packets of this test; what is refused to be written without it is counted in LifecycleGuardIT. */
    private void assertEveryStepTaken() {
        Set<String> taken = new TreeSet<>();
        ground.database()
                .column(
                        """
                        select distinct subject || ' ' || from_state || ' ' || to_state from packet_history
                        where from_state is not null and packet_id = any (?::uuid[])
                        """,
                        "{"
                                + String.join(
                                        ",",
                                        packets.stream().map(UUID::toString).toList()) + "}")
                .forEach(step -> taken.add((String) step));
        Set<String> all = new TreeSet<>();
        for (Subject subject : Subject.values()) {
            for (Lifecycle<?> from : states(subject)) {
                from.next().forEach(to -> all.add(subject + " " + from.name() + " " + to));
            }
        }
        all.removeAll(ELSEWHERE);
        assertThat(taken).as("steps that were taken, of those in the tables").isEqualTo(all);
    }
}

package vn.lgsp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final int MANY = 8;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY + 1);
    private final Together<String, Integer, String> together = new Together<>(5, 100, wanted -> wanted, LONG);
    private final List<List<Integer>> goes = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aloneItIsDoneAtOnce() {
        assertThat(together.one("a", 1, this::act)).isEqualTo("done 1");
        assertThat(together.one("a", 2, this::act)).isEqualTo("done 2");
        assertThat(goes).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whatComesMeanwhileIsDoneInOneGoAndEachGetsItsOwn() throws Exception {
        List<Future<String>> all = behindOneThatIsHeld("a", 1, 2, 3);
        goOn.countDown();
        assertThat(results(all)).containsExactly("done 1", "done 2", "done 3");
        assertThat(goes).containsExactly(List.of(0), List.of(1, 2, 3));
    }

    @Test
    void noMoreAreDoneInOneGoThanAllowed() throws Exception {
        List<Future<String>> all = behindOneThatIsHeld("a", 1, 2, 3, 4, 5, 6, 7);
        goOn.countDown();
        assertThat(results(all)).hasSize(7).last().isEqualTo("done 7");
        assertThat(goes).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5), List.of(6, 7));
    }

    @Test
    void noneGoAlongThatWouldWeighTooMuchAndTheHeaviestIsDoneAlone() throws Exception {
        List<Future<String>> all = behindOneThatIsHeld("a", 60, 41, 500, 1);
        goOn.countDown();
        assertThat(results(all)).containsExactly("done 60", "done 41", "done 500", "done 1");
        assertThat(goes).containsExactly(List.of(0), List.of(60), List.of(41), List.of(500), List.of(1));
    }

    @Test
    void whatDoesNotBelongTogetherDoesNotWait() throws Exception {
        List<Future<String>> held = behindOneThatIsHeld("a");
        assertThat(together.one("b", 9, this::act)).isEqualTo("done 9");
        goOn.countDown();
        assertThat(results(held)).isEmpty();
    }

    @Test
    void whoWaitsTooLongForAGoThatDoesNotEndActsAlone() throws Exception {
        Together<String, Integer, String> hasty = new Together<>(5, 100, wanted -> wanted, Duration.ofMillis(20));
        Future<String> held = threads.submit(() -> hasty.one("a", 0, all -> {
            begun.countDown();
            await(goOn);
            return act(all);
        }));
        await(begun);
        assertThat(hasty.one("a", 1, this::act)).isEqualTo("done 1");
        assertThat(hasty.one("a", 2, this::act)).isEqualTo("done 2");
        goOn.countDown();
        assertThat(held.get(10, TimeUnit.SECONDS)).isEqualTo("done 0");
        assertThat(hasty.one("a", 3, this::act)).isEqualTo("done 3");
        assertThat(goes).containsExactly(List.of(1), List.of(2), List.of(0), List.of(3));
    }

    @Test
    void whatFailsTogetherIsTriedByEachAloneAndOnlyTheOneAtFaultFails() throws Exception {
        List<Future<String>> all = behindOneThatIsHeld("a", 1, 13, 3);
        goOn.countDown();
        assertThat(all.get(0).get(10, TimeUnit.SECONDS)).isEqualTo("done 1");
        assertThatThrownBy(() -> all.get(1).get(10, TimeUnit.SECONDS)).hasRootCauseMessage("13");
        assertThat(all.get(2).get(10, TimeUnit.SECONDS)).isEqualTo("done 3");
        assertThat(together.one("a", 4, this::act)).isEqualTo("done 4");
    }

    @Test
    void whatFailsAloneFailsAndTheNextIsDone() {
        assertThatThrownBy(() -> together.one("a", 13, this::act)).hasMessage("13");
        assertThat(together.one("a", 1, this::act)).isEqualTo("done 1");
    }

    @Test
    void inAGreatCrowdEveryoneGetsItsOwnOnce() throws Exception {
        Together<String, Integer, String> crowd = new Together<>(MANY, Long.MAX_VALUE, one -> 1, LONG);
        List<Future<List<String>>> all = new ArrayList<>();
        for (int thread = 0; thread < MANY; thread++) {
            int from = 100 + thread * 1000;
            all.add(threads.submit(() -> IntStream.range(from, from + 500)
                    .mapToObj(i -> crowd.one("a", i, this::act))
                    .toList()));
        }
        for (int thread = 0; thread < MANY; thread++) {
            int from = 100 + thread * 1000;
            assertThat(all.get(thread).get(30, TimeUnit.SECONDS))
                    .isEqualTo(IntStream.range(from, from + 500)
                            .mapToObj(i -> "done " + i)
                            .toList());
        }
        assertThat(goes.stream().mapToInt(List::size).sum()).isEqualTo(MANY * 500);
    }

    private List<String> act(List<Integer> wanted) {
        goes.add(wanted);
        if (wanted.contains(13)) {
            throw new IllegalStateException("13");
        }
        return wanted.stream().map(one -> "done " + one).toList();
    }

    /** Those stand in line, in this order, behind one that is held until {@link #goOn}. */
    private List<Future<String>> behindOneThatIsHeld(String key, Integer... wanted) throws InterruptedException {
        threads.submit(() -> together.one(key, 0, all -> {
            begun.countDown();
            await(goOn);
            return act(all);
        }));
        await(begun);
        List<Future<String>> behind = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            int one = wanted[i];
            behind.add(threads.submit(() -> together.one(key, one, this::act)));
            while (together.waiting(key) <= i) {
                Thread.onSpinWait();
            }
        }
        return behind;
    }

    private static List<String> results(List<Future<String>> all) throws Exception {
        List<String> results = new ArrayList<>();
        for (Future<String> one : all) {
            results.add(one.get(10, TimeUnit.SECONDS));
        }
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

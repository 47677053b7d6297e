package vn.lgsp.tests.bench.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.bench.exchange.ExchangeFindings.Names;

class RoundsTest {
    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final List<String> failures = new ArrayList<>();

    @Test
    void everybodyDoesEveryRound() {
        List<Series> series = run(contestant(Names.SINGLES, 0), contestant(Names.PHASE4, 0));
        assertThat(series).extracting(Series::name).containsExactly(Names.SINGLES, Names.PHASE4);
        assertThat(series).allSatisfy(one -> assertThat(one.rounds()).hasSize(3));
        assertThat(failures).isEmpty();
    }

    @Test
    void aRoundThatFailsIsNotMeasuredAndTheOthersAre() {
        List<Series> series = run(contestant(Names.ARTEMIS_BATCHED, 2), contestant(Names.PHASE4, 0));
        assertThat(series).extracting(one -> one.rounds().size()).containsExactly(2, 3);
        assertThat(failures).containsExactly(Names.label(Names.ARTEMIS_BATCHED) + ", vòng 2: lost");
    }

    @Test
    void whoDidNoRoundIsLeftOutAndItsReasonIsToldOnce() {
        List<Series> series = run(
                new Contestant(Names.PHASE4, 1, meter(), length -> {
                    throw new IllegalStateException("The peer has ended");
                }),
                contestant(Names.SINGLES, 0));
        assertThat(series).extracting(Series::name).containsExactly(Names.SINGLES);
        assertThat(failures).containsExactly(Names.label(Names.PHASE4) + ", vòng 1: The peer has ended");
    }

    private List<Series> run(Contestant... all) {
        return new Rounds(List.of(all), failures).run(3, LENGTH);
    }

    /** One that fails in one round; 0 for none. */
    private static Contestant contestant(String name, int failing) {
        AtomicInteger round = new AtomicInteger();
        return new Contestant(name, 1, meter(), length -> {
            if (round.incrementAndGet() == failing) {
                throw new IllegalStateException("lost");
            }
            return new Outcome(10, 1, new double[] {1});
        });
    }

    private static Cost.Meter meter() {
        return new Cost.Meter(null, null, null);
    }
}

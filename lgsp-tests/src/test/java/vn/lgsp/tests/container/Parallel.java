package vn.lgsp.tests.container;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** The same call many times at once. */
final class Parallel {
    private Parallel() {}

    /** What each of the calls returned, or the code of its refusal. */
    static List<String> outcomes(ManagedExecutorService executor, int times, Callable<String> call) throws Exception {
        List<Future<String>> running = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            running.add(executor.submit(() -> {
                try {
                    return call.call();
                } catch (LgspException refusal) {
                    return refusal.code().code();
                }
            }));
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> one : running) {
            outcomes.add(one.get());
        }
        return outcomes;
    }

    /** Acts of which only some can succeed. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    /** Does all of these at the same moment; returns the codes of those that were refused. */
    static List<ErrorCode> refusals(ManagedExecutorService executor, Act... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        List<Future<ErrorCode>> running = new ArrayList<>();
        for (Act act : acts) {
            running.add(executor.submit(() -> {
                start.await();
                try {
                    act.run();
                    return null;
                } catch (LgspException refusal) {
                    return refusal.code();
                }
            }));
        }
        List<ErrorCode> refused = new ArrayList<>();
        for (Future<ErrorCode> one : running) {
            Optional.ofNullable(one.get()).ifPresent(refused::add);
        }
        return refused;
    }
}

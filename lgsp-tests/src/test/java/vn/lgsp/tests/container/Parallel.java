package vn.lgsp.tests.container;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
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
}

package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.policy.BackOff;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.PolicyTerms;

/** The platform's own policy, made of settings: for packets whose source and data type name none. */
@ApplicationScoped
public class PlatformPolicy {
    /** Per cent. */
    private static final int JITTER = 10;

    @Inject
    @ConfigProperty(name = "lgsp.delivery.hold", defaultValue = "P30D")
    private Supplier<Duration> hold;

    @Inject
    @ConfigProperty(name = "lgsp.delivery.attempts", defaultValue = "6")
    private Supplier<Integer> attempts;

    @Inject
    @ConfigProperty(name = "lgsp.delivery.interval.first", defaultValue = "PT30M")
    private Supplier<Duration> first;

    @Inject
    @ConfigProperty(name = "lgsp.delivery.interval.factor", defaultValue = "2")
    private Supplier<Integer> factor;

    @Inject
    @ConfigProperty(name = "lgsp.delivery.interval.longest", defaultValue = "PT12H")
    private Supplier<Duration> longest;

    @Inject
    @ConfigProperty(name = "lgsp.delivery.report.after", defaultValue = "PT24H")
    private Supplier<Duration> report;

    /** What it says now. */
    public PolicyTerms terms() {
        long interval = first.get().toSeconds();
        return new PolicyTerms(
                null,
                new BackOff(
                        attempts.get(),
                        interval,
                        factor.get(),
                        Math.max(interval, longest.get().toSeconds()),
                        JITTER),
                null,
                hold.get().toSeconds(),
                report.get().toSeconds(),
                Decider.SOURCE);
    }
}

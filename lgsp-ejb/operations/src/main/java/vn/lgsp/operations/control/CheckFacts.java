package vn.lgsp.operations.control;

import static vn.lgsp.operations.boundary.FirstRunFact.State.ATTENTION;
import static vn.lgsp.operations.boundary.FirstRunFact.State.FAIL;
import static vn.lgsp.operations.boundary.FirstRunFact.State.OK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.operations.boundary.FirstRunFact;

/** The self checks, judged. */
@ApplicationScoped
public class CheckFacts {
    /** Signatures may be off by 300 s; a node and its database that differ by more than this are not kept by the same time server. */
    private static final long CLOCK_ATTENTION_MILLIS = 1_000;

    private static final long CLOCK_FAIL_MILLIS = 30_000;
    private static final long FREE_ATTENTION_MIB = 5_120;
    private static final long FREE_FAIL_MIB = 512;
    private static final int MONTHS_AHEAD = 1;

    @Inject
    private Checks checks;

    @Inject
    @ConfigProperty(name = "lgsp.public.url", defaultValue = "http://127.0.0.1:8080")
    private String publicUrl;

    /** The clock of this node against the database's. */
    public FirstRunFact clock() {
        long difference = Math.abs(checks.clockDifference());
        return FirstRunFact.of(
                "check.clock",
                difference >= CLOCK_FAIL_MILLIS ? FAIL : difference >= CLOCK_ATTENTION_MILLIS ? ATTENTION : OK,
                difference);
    }

    /** All checks, in the order in which one rests on the other; without a database there is nothing more to look at. */
    public List<FirstRunFact> all() {
        Optional<String> version = checks.databaseVersion();
        if (version.isEmpty()) {
            return List.of(FirstRunFact.of("check.database", FAIL));
        }
        List<FirstRunFact> facts = new ArrayList<>();
        facts.add(FirstRunFact.of("check.database", OK, version.get()));
        facts.add(migrations());
        facts.add(content());
        facts.add(clock());
        facts.add(url());
        facts.add(partitions());
        return facts;
    }

    private FirstRunFact migrations() {
        List<String> missing = checks.missingMigrations();
        return missing.isEmpty()
                ? FirstRunFact.of("check.migrations", OK)
                : FirstRunFact.of("check.migrations", FAIL, missing.size(), missing.get(0));
    }

    private FirstRunFact content() {
        if (!checks.contentUsable()) {
            return FirstRunFact.of("check.content", FAIL);
        }
        OptionalLong free = checks.contentFreeMebibytes();
        if (free.isEmpty()) {
            return FirstRunFact.of("check.content", OK);
        }
        long mebibytes = free.getAsLong();
        return FirstRunFact.of(
                "check.space",
                mebibytes < FREE_FAIL_MIB ? FAIL : mebibytes < FREE_ATTENTION_MIB ? ATTENTION : OK,
                mebibytes);
    }

    private FirstRunFact url() {
        boolean secure = "https".equalsIgnoreCase(URI.create(publicUrl).getScheme());
        return FirstRunFact.of("check.url", secure ? OK : ATTENTION, publicUrl);
    }

    private FirstRunFact partitions() {
        int ahead = checks.monthsAhead();
        return FirstRunFact.of("check.partitions", ahead < 0 ? FAIL : ahead < MONTHS_AHEAD ? ATTENTION : OK, ahead);
    }
}

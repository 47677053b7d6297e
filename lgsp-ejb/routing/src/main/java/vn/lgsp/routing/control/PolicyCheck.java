package vn.lgsp.routing.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.policy.BackOff;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.DeliveryWindow;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.routing.boundary.PolicyDraft;
import vn.lgsp.routing.boundary.TermsInput;

/** Looks at what people and sources want of a policy and names every field that cannot be so. */
public final class PolicyCheck {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final int MOST_TEXT = 200;
    private static final int MOST_ATTEMPTS = 50;
    private static final int MOST_FACTOR = 10;
    private static final int MOST_JITTER = 50;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(365);

    private final List<FieldError> errors = new ArrayList<>();

    /** What a draft says of itself. */
    public record Head(String code, String nameVi, String nameEn) {}

    /** The head of a draft. */
    public Head head(PolicyDraft draft) {
        if (draft.code() == null || !CODE.matcher(draft.code()).matches()) {
            errors.add(new FieldError("code", "form"));
        }
        return new Head(draft.code(), text("nameVi", draft.nameVi()), text("nameEn", draft.nameEn()));
    }

    /** What a policy is to say; what is left open as the platform's own policy has it, or not at all. */
    public PolicyTerms terms(TermsInput wanted, PolicyTerms own) {
        BackOff usual = own.backOff();
        int attempts = number("attempts", wanted.attempts(), usual.attempts(), 1, MOST_ATTEMPTS);
        Duration first = duration("firstInterval", wanted.firstInterval(), usual.first(), SHORTEST, LONGEST_INTERVAL);
        // Whoever names the first interval alone means nothing shorter afterwards.
        long usualLongest = Math.max(usual.longest(), first.toSeconds());
        Duration longest = duration("longestInterval", wanted.longestInterval(), usualLongest, first, LONGEST_INTERVAL);
        double factor = wanted.factor() == null ? usual.factor() : wanted.factor();
        // Written so that what is no number is refused too.
        if (!(factor >= 1 && factor <= MOST_FACTOR)) {
            errors.add(new FieldError("factor", "number", 1, MOST_FACTOR));
        }
        int jitter = number("jitterPercent", wanted.jitter(), usual.jitter(), 0, MOST_JITTER);
        Duration hold = duration("hold", wanted.hold(), own.hold(), SHORTEST, LONGEST);
        Duration deadline = optional("deadlineAfter", wanted.deadlineAfter(), LONGEST);
        Duration report = optional("reportAfter", wanted.reportAfter(), hold);
        return new PolicyTerms(
                someDay(wanted.window()),
                new BackOff(attempts, first.toSeconds(), factor, longest.toSeconds(), jitter),
                deadline == null ? null : deadline.toSeconds(),
                hold.toSeconds(),
                report == null ? null : report.toSeconds(),
                wanted.decides() == null ? own.decides() : wanted.decides());
    }

    /**
     * What a source may have for one packet: within the window of the policy, announced neither more nor sooner again, not held longer; what the
     * platform decides it cannot take to itself.
     */
    public PolicyTerms narrowed(TermsInput wanted, PolicyTerms policy) {
        BackOff limit = policy.backOff();
        int attempts = number("attempts", wanted.attempts(), limit.attempts(), 1, limit.attempts());
        Duration first = duration(
                "firstInterval",
                wanted.firstInterval(),
                limit.first(),
                Duration.ofSeconds(limit.first()),
                LONGEST_INTERVAL);
        long least = Math.max(limit.longest(), first.toSeconds());
        Duration longest = duration(
                "longestInterval", wanted.longestInterval(), least, Duration.ofSeconds(least), LONGEST_INTERVAL);
        Duration hold = duration("hold", wanted.hold(), policy.hold(), SHORTEST, Duration.ofSeconds(policy.hold()));
        Duration report = optional("reportAfter", wanted.reportAfter(), hold);
        if (policy.decides() == Decider.PLATFORM && wanted.decides() == Decider.SOURCE) {
            errors.add(new FieldError("decides", "policy-decides"));
        }
        return new PolicyTerms(
                window(wanted.window(), policy.window()),
                new BackOff(attempts, first.toSeconds(), limit.factor(), longest.toSeconds(), limit.jitter()),
                policy.deadlineAfter(),
                hold.toSeconds(),
                report == null ? policy.reportAfter() : Long.valueOf(report.toSeconds()),
                wanted.decides() == null ? policy.decides() : wanted.decides());
    }

    private DeliveryWindow window(DeliveryWindow wanted, DeliveryWindow policy) {
        if (wanted == null) {
            return policy;
        }
        if (someDay(wanted).days() != 0 && policy != null && !wanted.within(policy)) {
            errors.add(new FieldError("window", "policy-window"));
        }
        return wanted;
    }

    private DeliveryWindow someDay(DeliveryWindow window) {
        if (window != null && window.days() == 0) {
            errors.add(new FieldError("window.days", "required"));
        }
        return window;
    }

    /** Notes something else that cannot be so. */
    public void add(String field, String reason, Object... arguments) {
        errors.add(new FieldError(field, reason, arguments));
    }

    /** @throws LgspException REQUEST_INVALID naming every field that was refused */
    public void check() {
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, errors);
        }
    }

    private int number(String field, Integer wanted, int otherwise, int from, int to) {
        int value = wanted == null ? otherwise : wanted;
        if (value < from || value > to) {
            errors.add(new FieldError(field, "number", from, to));
        }
        return value;
    }

    private Duration duration(String field, Duration wanted, long otherwise, Duration from, Duration to) {
        Duration value = wanted == null ? Duration.ofSeconds(otherwise) : wanted;
        if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
            errors.add(new FieldError(field, "duration", from, to));
        }
        return value;
    }

    private Duration optional(String field, Duration wanted, Duration to) {
        return wanted == null ? null : duration(field, wanted, 0, SHORTEST, to);
    }

    private String text(String field, String value) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > MOST_TEXT) {
            errors.add(new FieldError(field, "length", 1, MOST_TEXT));
        } else if (text.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(field, "control-character"));
        }
        return text;
    }
}

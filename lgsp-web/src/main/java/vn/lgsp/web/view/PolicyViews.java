package vn.lgsp.web.view;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.DeliveryWindow;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.PolicyChoice;
import vn.lgsp.routing.boundary.PolicyDraft;
import vn.lgsp.routing.boundary.PolicyView;
import vn.lgsp.routing.boundary.TermsInput;

/** Policies of exchange as the contract writes them. */
public final class PolicyViews {
    private static final int MAX_DURATION = 40;

    private PolicyViews() {}

    /** Schema DeliveryWindow. */
    public record Window(List<String> days, String from, String to) {
        static Window of(DeliveryWindow window) {
            return window == null
                    ? null
                    : new Window(
                            window.daysOfWeek().stream().map(PolicyViews::day).toList(),
                            window.fromTime().toString(),
                            window.toTime().toString());
        }

        DeliveryWindow read() {
            if (days == null || days.isEmpty() || days.size() > DayOfWeek.values().length) {
                throw Inputs.invalid("window.days", "items", 1, DayOfWeek.values().length);
            }
            List<DayOfWeek> found = new ArrayList<>();
            days.forEach(day -> found.add(day(day)));
            return DeliveryWindow.of(found, time("window.from", from), time("window.to", to));
        }

        private static DayOfWeek day(String text) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> PolicyViews.day(day).equals(text))
                    .findFirst()
                    .orElseThrow(() -> Inputs.invalid("window.days", "choice", "mon, tue, wed, thu, fri, sat, sun"));
        }

        private static LocalTime time(String field, String text) {
            if (text == null || !text.matches("\\d\\d:\\d\\d")) {
                throw Inputs.invalid(field, "form");
            }
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException e) {
                throw Inputs.invalid(field, "form");
            }
        }
    }

    /** Schema Policy on its way in. */
    public record Choice(
            String policy,
            String notBefore,
            String deadline,
            Window window,
            Integer attempts,
            String firstInterval,
            String longestInterval,
            String hold,
            String reportAfter,
            String decides) {
        /** What the source chooses. */
        public PolicyChoice read() {
            return new PolicyChoice(
                    policy,
                    Inputs.time("notBefore", notBefore),
                    Inputs.time("deadline", deadline),
                    new TermsInput(
                            window == null ? null : window.read(),
                            attempts,
                            duration("firstInterval", firstInterval),
                            null,
                            duration("longestInterval", longestInterval),
                            null,
                            null,
                            duration("hold", hold),
                            duration("reportAfter", reportAfter),
                            Constants.read("decides", decides, Decider.class)));
        }
    }

    /** Schema PolicyTerms. */
    public record Terms(
            Window window,
            Integer attempts,
            String firstInterval,
            Double factor,
            String longestInterval,
            Integer jitterPercent,
            String deadlineAfter,
            String hold,
            String reportAfter,
            String decides) {
        static Terms of(PolicyTerms terms) {
            return new Terms(
                    Window.of(terms.window()),
                    terms.backOff().attempts(),
                    text(terms.backOff().first()),
                    terms.backOff().factor(),
                    text(terms.backOff().longest()),
                    terms.backOff().jitter(),
                    text(terms.deadlineAfter()),
                    text(terms.hold()),
                    text(terms.reportAfter()),
                    Constants.of(terms.decides()));
        }

        TermsInput read() {
            return new TermsInput(
                    window == null ? null : window.read(),
                    attempts,
                    duration("firstInterval", firstInterval),
                    factor,
                    duration("longestInterval", longestInterval),
                    jitterPercent,
                    duration("deadlineAfter", deadlineAfter),
                    duration("hold", hold),
                    duration("reportAfter", reportAfter),
                    Constants.read("decides", decides, Decider.class));
        }
    }

    /** Schema ExchangePolicyInput. */
    public record Input(String code, String nameVi, String nameEn, Terms terms) {
        /** The draft. */
        public PolicyDraft read() {
            return new PolicyDraft(code, nameVi, nameEn, terms == null ? TermsInput.NOTHING : terms.read());
        }
    }

    /** Schema PolicyAssignment. */
    public record Assignment(String policy) {}

    /** Schema ExchangePolicy. */
    public record Policy(
            UUID id,
            String code,
            int version,
            String nameVi,
            String nameEn,
            String state,
            Terms terms,
            List<String> dataTypes,
            String draftedBy,
            String changedBy,
            String publishedBy,
            Instant createdAt,
            Instant changedAt,
            Instant publishedAt,
            Instant retiredAt) {
        /** For people. */
        public static Policy of(PolicyView policy) {
            return of(policy, true);
        }

        /** For applications: who stands behind it is not for them. */
        public static Policy ofPublished(PolicyView policy) {
            return of(policy, false);
        }

        private static Policy of(PolicyView policy, boolean people) {
            return new Policy(
                    policy.id(),
                    policy.code(),
                    policy.number(),
                    policy.nameVi(),
                    policy.nameEn(),
                    Constants.of(policy.state()),
                    Terms.of(policy.terms()),
                    policy.dataTypes(),
                    people ? policy.createdName() : null,
                    people ? policy.draftedName() : null,
                    people ? policy.publishedName() : null,
                    policy.createdAt(),
                    policy.draftedAt(),
                    policy.publishedAt(),
                    policy.retiredAt());
        }
    }

    /** Schema PacketPolicy: what the source set, and for the source what counts in all. */
    public record OfPacket(
            Instant notBefore, Instant deadline, String policy, Integer version, Boolean chosen, Terms terms) {
        static OfPacket of(PacketView packet) {
            PacketView.PolicyOfPacket policy = packet.policy();
            if (packet.notBefore() == null && packet.deadline() == null && policy == null) {
                return null;
            }
            return new OfPacket(
                    packet.notBefore(),
                    packet.deadline(),
                    policy == null ? null : policy.code(),
                    policy == null ? null : policy.version(),
                    policy == null ? null : policy.chosen(),
                    policy == null ? null : Terms.of(policy.terms()));
        }
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static String text(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds).toString();
    }

    /** A duration like {@code PT30M}; null for null. */
    private static Duration duration(String field, String text) {
        try {
            return text == null || text.length() > MAX_DURATION ? none(field, text) : Duration.parse(text);
        } catch (DateTimeException e) {
            throw Inputs.invalid(field, "form");
        }
    }

    private static Duration none(String field, String text) {
        if (text != null) {
            throw Inputs.invalid(field, "form");
        }
        return null;
    }
}

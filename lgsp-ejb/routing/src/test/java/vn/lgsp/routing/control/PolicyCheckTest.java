package vn.lgsp.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.policy.BackOff;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.DeliveryWindow;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.routing.boundary.PolicyDraft;
import vn.lgsp.routing.boundary.TermsInput;

@DisplayName("What a policy may say, and what a source may have differently")
class PolicyCheckTest {
    private static final DeliveryWindow MORNING = window(Set.of(DayOfWeek.MONDAY), "08:00", "11:00");
    private static final PolicyTerms POLICY =
            new PolicyTerms(MORNING, new BackOff(5, 3_600, 2, 7_200, 10), 86_400L, 172_800, 7_200L, Decider.PLATFORM);

    private static DeliveryWindow window(Set<DayOfWeek> days, String from, String to) {
        return DeliveryWindow.of(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static List<String> refused(PolicyCheck check) {
        return catchThrowableOfType(LgspException.class, check::check).fields().stream()
                .map(LgspException.FieldError::field)
                .toList();
    }

    @Test
    @DisplayName("what is left open is as before, for a source and in a draft")
    void open() {
        PolicyCheck check = new PolicyCheck();
        assertThat(check.narrowed(TermsInput.NOTHING, POLICY)).isEqualTo(POLICY);
        PolicyTerms silent = new PolicyTerms(null, POLICY.backOff(), null, POLICY.hold(), null, Decider.SOURCE);
        assertThat(check.narrowed(TermsInput.NOTHING, silent)).isEqualTo(silent);
        assertThat(check.terms(TermsInput.NOTHING, POLICY))
                .isEqualTo(new PolicyTerms(null, POLICY.backOff(), null, 172_800, null, Decider.PLATFORM));
        check.check();
    }

    @Test
    @DisplayName("a source may have less: a part of the window, fewer and later announcements, a shorter hold")
    void narrower() {
        PolicyCheck check = new PolicyCheck();
        DeliveryWindow part = window(Set.of(DayOfWeek.MONDAY), "09:00", "10:00");
        PolicyTerms terms = check.narrowed(
                new TermsInput(
                        part,
                        2,
                        Duration.ofHours(3),
                        null,
                        Duration.ofHours(4),
                        null,
                        null,
                        Duration.ofHours(20),
                        Duration.ofHours(1),
                        null),
                POLICY);
        check.check();
        assertThat(terms)
                .isEqualTo(new PolicyTerms(
                        part, new BackOff(2, 10_800, 2, 14_400, 10), 86_400L, 72_000, 3_600L, Decider.PLATFORM));
    }

    @Test
    @DisplayName("a source may not have more, and is told of everything at once")
    void wider() {
        PolicyCheck check = new PolicyCheck();
        check.narrowed(
                new TermsInput(
                        window(Set.of(DayOfWeek.MONDAY), "08:00", "12:00"),
                        6,
                        Duration.ofMinutes(59),
                        null,
                        Duration.ofMinutes(119),
                        null,
                        null,
                        Duration.ofHours(49),
                        Duration.ofHours(50),
                        Decider.SOURCE),
                POLICY);
        assertThat(refused(check))
                .containsExactlyInAnyOrder(
                        "window", "attempts", "firstInterval", "longestInterval", "hold", "reportAfter", "decides");
    }

    @Test
    @DisplayName("a draft outside the bounds is refused with every field at fault")
    void bounds() {
        PolicyCheck check = new PolicyCheck();
        TermsInput wrong = new TermsInput(
                window(Set.of(), "08:00", "12:00"),
                0,
                Duration.ofSeconds(59),
                Double.NaN,
                Duration.ofDays(31),
                51,
                Duration.ZERO,
                Duration.ofDays(366),
                Duration.ofDays(-1),
                null);
        check.head(new PolicyDraft("Mã", " ", "a\u0007", wrong));
        check.terms(wrong, POLICY);
        assertThat(refused(check))
                .containsExactlyInAnyOrder(
                        "code",
                        "nameVi",
                        "nameEn",
                        "window.days",
                        "attempts",
                        "firstInterval",
                        "factor",
                        "longestInterval",
                        "jitterPercent",
                        "deadlineAfter",
                        "hold",
                        "reportAfter");
    }

    @Test
    @DisplayName("a first interval longer than the usual longest needs no longest of its own")
    void firstAlone() {
        PolicyCheck check = new PolicyCheck();
        PolicyTerms terms = check.terms(
                new TermsInput(null, null, Duration.ofDays(1), null, null, null, null, null, null, null), POLICY);
        check.check();
        assertThat(terms.backOff().longest()).isEqualTo(86_400);
    }
}

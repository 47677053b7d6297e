package vn.lgsp.model.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** What holds of every code, and of every text that is none. */
class AgencyCodePropertyTest {
    /** Fixed: a run that fails, fails again. */
    private static final String SEED = "20200722";

    @Property(seed = SEED)
    void every_old_code_without_gaps_comes_back_from_its_proposal(@ForAll("oldCodes") String text) {
        AgencyCode code = AgencyCode.parse(text).orElseThrow();
        if (AgencyCode.fault(text).isPresent() || text.contains(".Z")) {
            assertThat(code.proposal()).isEmpty();
            return;
        }
        AgencyCode other = code.proposal().orElseThrow();
        assertThat(other.level()).isEqualTo(code.level());
        assertThat(other.top()).isEqualTo(code.top());
        assertThat(other.proposal()).hasValue(code);
    }

    @Property(seed = SEED)
    void going_up_ends_at_level_one_after_level_steps(@ForAll("newCodes") String text) {
        AgencyCode code = AgencyCode.parse(text).orElseThrow();
        int steps = 1;
        AgencyCode at = code;
        while (at.parent().isPresent()) {
            at = at.parent().orElseThrow();
            steps++;
            assertThat(text).startsWith(at.value() + ".");
            assertThat(AgencyCode.fault(at.value())).isEmpty();
        }
        assertThat(steps).isEqualTo(code.level());
        assertThat(at.value()).isEqualTo(code.top());
    }

    @Property(seed = SEED)
    void the_old_form_of_a_parent_is_the_parent_of_the_old_form(@ForAll("newCodes") String text) {
        AgencyCode code = AgencyCode.parse(text).orElseThrow();
        code.proposal().ifPresent(old -> assertThat(old.parent())
                .isEqualTo(code.parent().flatMap(AgencyCode::proposal)));
    }

    @Property(seed = SEED)
    void a_text_is_a_code_or_has_a_reason_and_no_text_breaks_the_reader(@ForAll @StringLength(max = 60) String text) {
        boolean gap = AgencyCode.fault(text)
                .filter(AgencyCode.Fault.LEVEL_GAP::equals)
                .isPresent();
        assertThat(AgencyCode.parse(text).isPresent())
                .isEqualTo(gap || AgencyCode.fault(text).isEmpty());
    }

    @Property(seed = SEED)
    void a_code_has_one_form(@ForAll("newCodes") String text) {
        assertThat(AgencyCode.parse(text).orElseThrow().form()).isEqualTo(AgencyCode.Form.QD_20);
        assertThat(AgencyCode.tidy(" " + text.toLowerCase(Locale.ROOT))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> oldCodes() {
        return Combinators.combine(digits(3), digits(2), digits(2), tops('Z'))
                .as((v, z, y, top) -> String.join(".", v, z, y, top));
    }

    @Provide
    Arbitrary<String> newCodes() {
        Arbitrary<String> group = Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'Z')
                .ofMinLength(1)
                .ofMaxLength(4);
        return Combinators.combine(tops('Y'), group.list().ofMaxSize(AgencyCode.MAX_LEVEL - 1))
                .as((top, groups) -> groups.isEmpty() ? top : top + "." + String.join(".", groups))
                .filter(text -> text.length() <= AgencyCode.MAX_LENGTH);
    }

    private static Arbitrary<String> tops(char last) {
        return Combinators.combine(Arbitraries.chars().range('A', last), digits(2))
                .as((letter, number) -> letter + number);
    }

    /** Zeros half of the time: they are what the form is about. */
    private static Arbitrary<String> digits(int count) {
        Arbitrary<String> any = Arbitraries.strings().numeric().ofLength(count);
        return Arbitraries.oneOf(Arbitraries.just("0".repeat(count)), any);
    }
}

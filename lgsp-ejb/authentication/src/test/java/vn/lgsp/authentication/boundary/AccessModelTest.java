package vn.lgsp.authentication.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.authentication.boundary.AccessModel.Check;
import vn.lgsp.authentication.boundary.AccessModel.Finding;

/** The exchange of Điều 10, explored whole: what is served was asked for by its source, lately, once, and with a right. */
class AccessModelTest {
    @Test
    void nothing_is_served_that_must_not_be_whatever_the_attacker_does() {
        Finding finding = new AccessModel(EnumSet.allOf(Check.class)).explore();

        assertThat(finding.broken()).isEmpty();
        // It does serve, and there was something to explore.
        assertThat(finding.serves()).isTrue();
        assertThat(finding.states()).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void each_check_is_needed(Check left) {
        Finding finding = new AccessModel(EnumSet.complementOf(EnumSet.of(left))).explore();

        assertThat(finding.broken()).as("without %s", left).isPresent();
    }
}

package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.account.Role;

class SignInSettingsTest {
    @Test
    void a_role_that_is_named_counts_wherever_it_stands() {
        assertThat(SignInSettings.named("ADMIN", Set.of(Role.ADMIN, Role.AGENCY)))
                .isTrue();
        assertThat(SignInSettings.named("OPERATOR, ADMIN", Set.of(Role.ADMIN))).isTrue();
    }

    @Test
    void others_do_not() {
        assertThat(SignInSettings.named("ADMIN", Set.of(Role.OPERATOR))).isFalse();
        assertThat(SignInSettings.named("ADMIN", Set.of())).isFalse();
        assertThat(SignInSettings.named("NONE", Set.of(Role.values()))).isFalse();
        assertThat(SignInSettings.named("ADMINS", Set.of(Role.ADMIN))).isFalse();
    }
}

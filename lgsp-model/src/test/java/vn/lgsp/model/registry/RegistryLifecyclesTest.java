package vn.lgsp.model.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application.State;

class RegistryLifecyclesTest {
    private static final Map<State, Set<State>> APPLICATION = Map.of(
            State.REGISTERED, Set.of(State.APPROVED, State.RETIRED),
            State.APPROVED, Set.of(State.ACTIVE, State.RETIRED),
            State.ACTIVE, Set.of(State.SUSPENDED, State.RETIRED),
            State.SUSPENDED, Set.of(State.ACTIVE, State.RETIRED),
            State.RETIRED, Set.of());

    @ParameterizedTest
    @EnumSource(State.class)
    void an_application_goes_where_its_table_says(State state) {
        assertThat(state.next()).isEqualTo(APPLICATION.get(state));
    }

    @ParameterizedTest
    @EnumSource(AccessRightState.class)
    void a_right_is_decided_once_and_withdrawn_once(AccessRightState state) {
        assertThat(state.next())
                .isEqualTo(
                        switch (state) {
                            case REQUESTED -> Set.of(AccessRightState.APPROVED, AccessRightState.REFUSED);
                            case APPROVED -> Set.of(AccessRightState.WITHDRAWN);
                            case REFUSED, WITHDRAWN -> Set.of();
                        });
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void the_refusal_names_each_state_differently(State state) {
        LgspException refusal = new LgspException(ErrorCode.APPLICATION_STATE, "ung-dung", state.ordinal());
        for (Locale locale : new Locale[] {new Locale("vi"), Locale.ENGLISH}) {
            assertThat(ErrorTexts.detail(refusal, locale)).contains("ung-dung").endsWith(".");
        }
        assertThat(ErrorTexts.detail(refusal, Locale.ENGLISH)).contains("is " + state.code());
    }

    @Test
    void a_right_takes_no_step_that_its_table_does_not_have() {
        AccessRight right = new AccessRight(UUID.randomUUID(), UUID.randomUUID(), "file", null, Instant.EPOCH);
        assertThat(right.state()).isEqualTo(AccessRightState.APPROVED);
        assertThatThrownBy(() -> right.decide(AccessRightState.REFUSED, UUID.randomUUID(), null, Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class);
        right.withdraw(UUID.randomUUID(), "x", Instant.EPOCH);
        assertThatThrownBy(() -> right.withdraw(UUID.randomUUID(), "x", Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class);
        assertThat(right.source().kind()).isEqualTo(RightParty.Kind.APPLICATION);
        assertThat(right.destination().kind()).isEqualTo(RightParty.Kind.AGENCY);
    }
}

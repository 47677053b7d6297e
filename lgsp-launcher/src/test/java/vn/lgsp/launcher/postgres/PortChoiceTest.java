package vn.lgsp.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

class PortChoiceTest {

    private static final int ANY = 40_000;

    @Test
    void the_port_asked_for_is_taken_when_it_is_free() throws StartFailure {
        assertThat(choose(Optional.of(6000), Optional.of(7000), Set.of())).isEqualTo(6000);
    }

    @Test
    void the_port_asked_for_is_never_replaced_by_another() {
        StartFailure failure = catchThrowableOfType(
                StartFailure.class, () -> choose(Optional.of(6000), Optional.empty(), Set.of(6000)));

        assertThat(failure.error()).isEqualTo(StartError.DATABASE_PORT_TAKEN);
    }

    @Test
    void the_port_of_last_time_comes_first() throws StartFailure {
        assertThat(choose(Optional.empty(), Optional.of(7000), Set.of())).isEqualTo(7000);
    }

    @Test
    void then_the_default() throws StartFailure {
        assertThat(choose(Optional.empty(), Optional.of(7000), Set.of(7000))).isEqualTo(PortChoice.DEFAULT);
        assertThat(choose(Optional.empty(), Optional.empty(), Set.of())).isEqualTo(PortChoice.DEFAULT);
    }

    @Test
    void then_any_that_is_free() throws StartFailure {
        assertThat(choose(Optional.empty(), Optional.of(7000), Set.of(7000, PortChoice.DEFAULT)))
                .isEqualTo(ANY);
    }

    private static int choose(Optional<Integer> asked, Optional<Integer> remembered, Set<Integer> taken)
            throws StartFailure {
        return PortChoice.choose(asked, remembered, port -> !taken.contains(port), () -> ANY);
    }
}

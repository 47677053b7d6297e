package vn.lgsp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void a_write_that_failed_for_want_of_space_is_told_as_a_full_disk() {
        StartFailure failure = StartFailure.ofWriting("/srv", new IOException("/srv/x: No space left on device"));

        assertThat(failure.error()).isEqualTo(StartError.DISK_FULL);
    }

    @Test
    void any_other_write_that_failed_is_told_with_the_words_of_the_system() {
        StartFailure failure = StartFailure.ofWriting("/srv", new IOException("Permission denied"));

        assertThat(failure.error()).isEqualTo(StartError.HOME_NOT_WRITABLE);
        assertThat(failure.arguments()).containsExactly("/srv", "Permission denied");
    }

    @Test
    void an_exception_without_words_is_no_full_disk() {
        assertThat(StartFailure.ofWriting("/srv", new IOException()).error()).isEqualTo(StartError.HOME_NOT_WRITABLE);
    }
}

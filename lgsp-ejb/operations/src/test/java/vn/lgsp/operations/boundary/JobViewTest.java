package vn.lgsp.operations.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobViewTest {

    @ParameterizedTest
    @CsvSource({"10000, 0, 0, 10000", "10000, 9999, 99, 1", "10000, 10000, 100, 0", "3, 1, 33, 2", "1, 1, 100, 0"})
    void percent_is_a_hundred_only_when_all_is_done(int total, int done, int percent, int waiting) {
        JobView job = view(total, done, 0);
        assertThat(job.percent()).isEqualTo(percent);
        assertThat(job.waiting()).isEqualTo(waiting);
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 2", "4, 2, 2"})
    void what_was_refused_has_an_outcome_too(int total, int done, int refused) {
        assertThat(view(total, done, refused).finished()).isEqualTo(done + refused);
    }

    private static JobView view(int total, int done, int refused) {
        return new JobView(
                UUID.randomUUID(),
                "packet.cancel",
                JobState.RUNNING,
                "r",
                "Nguyễn Văn A",
                true,
                true,
                Instant.EPOCH,
                null,
                total,
                done,
                refused,
                0,
                0);
    }
}

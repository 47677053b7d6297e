package vn.lgsp.portal.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {
    @Test
    void days_are_read_as_people_write_them() {
        assertThat(Days.read("1/11/2026")).contains(LocalDate.of(2026, 11, 1));
        assertThat(Days.read("2026-11-01")).contains(LocalDate.of(2026, 11, 1));
        assertThat(Days.write(LocalDate.of(2026, 11, 1))).isEqualTo("01/11/2026");
    }

    @Test
    void other_texts_are_no_days() {
        assertThat(Days.read("11/31/2026")).isEmpty();
        assertThat(Days.read("31/02/2026")).isEmpty();
        assertThat(Days.read("01/11/26")).isEmpty();
        assertThat(Days.read("hôm nay")).isEmpty();
        assertThat(Days.read(null)).isEmpty();
    }
}

package vn.lgsp.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void everyParameterSaysItsType() {
        assertThat(Columns.typed("select * from unnest(?, ?) as n (id, name)", List.of("uuid", "varchar")))
                .isEqualTo("select * from unnest(?::uuid[], ?::varchar[]) as n (id, name)");
    }

    @Test
    void whatSaysItsTypeIsLeftAsItIs() {
        assertThat(Columns.typed("select ?::bytea, a from unnest(?) as a", List.of("int4")))
                .isEqualTo("select ?::bytea, a from unnest(?::int4[]) as a");
    }

    @Test
    void aStatementWithoutParametersStaysWhatItIs() {
        assertThat(Columns.typed("select 1", List.of())).isEqualTo("select 1");
    }
}

package vn.lgsp.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;
import vn.lgsp.launcher.Texts;

class DatabaseCheckTest {

    private static final DatabaseAccess ACCESS = new DatabaseAccess("jdbc:postgresql://db/lgsp", "app", "secret");

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P03"})
    void a_server_that_is_not_there_yet_is_waited_for(String state) {
        assertThat(DatabaseCheck.mayPass(new SQLException("", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"28P01", "28000", "3D000", "42P01"})
    void a_refusal_will_not_pass_by_waiting(String state) {
        assertThat(DatabaseCheck.mayPass(new SQLException("", state))).isFalse();
    }

    @Test
    void a_wrong_account_is_told_apart_from_a_server_out_of_reach() {
        assertThat(error("28P01")).isEqualTo(StartError.DATABASE_SIGN_IN);
        assertThat(error("3D000")).isEqualTo(StartError.DATABASE_SIGN_IN);
        assertThat(error("08001")).isEqualTo(StartError.DATABASE_UNREACHABLE);
        assertThat(error(null)).isEqualTo(StartError.DATABASE_UNREACHABLE);
    }

    @Test
    void the_line_for_a_person_is_one_line_and_never_holds_the_password() {
        StartFailure failure = DatabaseCheck.failure(ACCESS, new SQLException("refused\n  Hint: start it", "08001"));

        assertThat(Texts.in("en").of(failure))
                .contains("refused Hint: start it")
                .doesNotContain("secret", "\n");
        assertThat(ACCESS.toString()).doesNotContain("secret");
    }

    @Test
    void the_long_explanation_of_a_failed_migration_becomes_one_line() {
        String line =
                Migrations.firstLines("Script V002__x.sql failed\n-----------\nSQL State : 42601\n" + "x".repeat(900));

        assertThat(line)
                .startsWith("Script V002__x.sql failed SQL State : 42601")
                .hasSizeLessThan(402)
                .doesNotContain("\n");
    }

    private static StartError error(String state) {
        return DatabaseCheck.failure(ACCESS, new SQLException("", state)).error();
    }
}

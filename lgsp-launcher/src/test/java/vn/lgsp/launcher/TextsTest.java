package vn.lgsp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private final Locale machine = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(machine);
    }

    @Test
    void vietnamese_is_spoken_on_an_english_machine_unless_english_is_asked_for() {
        Locale.setDefault(Locale.ENGLISH);

        assertThat(Texts.in(null).of("progress.stopped")).isEqualTo("Đã dừng.");
        assertThat(Texts.in("en").of("progress.stopped")).isEqualTo("Stopped.");
        assertThat(Texts.in("en_US").of("progress.stopped")).isEqualTo("Stopped.");
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(keysOf("launcher_en")).isEqualTo(keysOf("launcher"));
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_is_one_line_with_code_cause_and_fix(StartError error) throws MissingResourceException {
        for (String language : List.of("vi", "en")) {
            String line = Texts.in(language).of(new StartFailure(error, "one", 2L, 3L));

            assertThat(line).startsWith(error.code() + ": ").doesNotContain("\n", "{", "}");
            assertThat(line.length()).isGreaterThan(error.code().length() + 30);
        }
    }

    @Test
    void a_full_disk_names_the_space_that_is_missing_when_it_is_known() {
        assertThat(Texts.in("en").of(new StartFailure(StartError.DISK_FULL, "/srv", 10L, 512L)))
                .contains("/srv (10 MiB free, 512 MiB needed)");
        assertThat(Texts.in("en").of(new StartFailure(StartError.DISK_FULL, "/srv", 0L, 0L)))
                .contains("disk of /srv.");
    }

    @Test
    void codes_and_exit_statuses_are_distinct() {
        List<StartError> all = List.of(StartError.values());

        assertThat(all).extracting(StartError::code).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(StartError::exitStatus)
                .doesNotHaveDuplicates()
                .allMatch(status -> status > 0);
    }

    private static List<String> keysOf(String bundle) throws IOException {
        Properties properties = new Properties();
        try (var in = TextsTest.class.getResourceAsStream(bundle + ".properties")) {
            properties.load(in);
        }
        Stream<String> keys = properties.stringPropertyNames().stream().sorted();
        return new ArrayList<>(keys.toList());
    }
}

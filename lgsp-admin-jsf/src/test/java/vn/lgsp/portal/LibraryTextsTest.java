package vn.lgsp.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What libraries say by themselves is said in Vietnamese: every key of theirs, with the values that theirs names. */
class LibraryTextsTest {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");

    @ParameterizedTest
    @CsvSource({
        "/jakarta/faces/Messages.properties, /vn/lgsp/portal/faces/Messages_vi.properties",
        "/org/primefaces/Messages.properties, /org/primefaces/Messages_vi.properties"
    })
    void every_text_is_translated(String theirs, String ours) throws IOException {
        Properties original = read(theirs);
        Properties translation = read(ours);
        assertThat(translation.stringPropertyNames()).isEqualTo(original.stringPropertyNames());
        for (String key : original.stringPropertyNames()) {
            assertThat(values(original.getProperty(key))).as(key).containsAll(values(translation.getProperty(key)));
            assertThat(translation.getProperty(key)).as(key).doesNotContain("'");
        }
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String name) throws IOException {
        try (InputStream in = LibraryTextsTest.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}

package vn.lgsp.tests.browser;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.tests.platform.Repository;

/** The words of the portal in both languages, to find those of one language on a page of the other. */
final class Words {
    /** What component libraries say when nobody has translated them. */
    private static final Set<String> LIBRARIES = Set.of(
            "No records found.",
            "Ascending",
            "Descending",
            "Sort",
            "Loading...",
            "Choose",
            "Submit",
            "Close",
            "Next",
            "Previous",
            "Filter");

    private final Map<String, String> vietnamese = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();

    Words() {
        Path folder = Repository.root().resolve("lgsp-admin-jsf/src/main/resources/vn/lgsp/portal/texts");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                Map<String, String> words = file.toString().endsWith("_en.properties") ? english : vietnamese;
                properties.forEach((key, text) -> words.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which of these texts of a page are the other language's. */
    List<String> foreign(String language, List<String> texts) {
        Map<String, String> own = language.equals("vi") ? vietnamese : english;
        Map<String, String> other = language.equals("vi") ? english : vietnamese;
        Set<String> usual = Set.copyOf(own.values());
        Set<String> foreign = other.entrySet().stream()
                .filter(word -> !word.getValue().equals(own.get(word.getKey())))
                .map(Map.Entry::getValue)
                .filter(text -> !usual.contains(text) && text.length() > 2)
                .collect(Collectors.toSet());
        return texts.stream()
                .filter(text -> foreign.contains(text) || language.equals("vi") && LIBRARIES.contains(text))
                .distinct()
                .toList();
    }
}

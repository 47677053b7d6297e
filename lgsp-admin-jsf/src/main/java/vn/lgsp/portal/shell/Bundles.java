package vn.lgsp.portal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words of the portal: one file per feature and language under {@code texts}, read once and joined. Vietnamese is the default; it never
 * falls back to the language of the server.
 */
final class Bundles {
    /** The features that have words; a new one is entered here. */
    static final List<String> FEATURES = List.of(
            "shell", //
            "list", //
            "signin",
            "dashboard",
            "packets",
            "undeliverable",
            "routes",
            "agencies",
            "lists",
            "applications",
            "access",
            "keys",
            "groups",
            "types",
            "versions",
            "code-lists",
            "transformations",
            "policies",
            "authentication",
            "accounts",
            "settings",
            "jobs",
            "first-run",
            "system",
            "reports",
            "sample",
            "reorganisation",
            "gallery");

    private static final Map<String, String> VIETNAMESE = read("");
    private static final Map<String, String> ENGLISH = read("_en");

    private Bundles() {}

    /** All words of a language by key; English for English, Vietnamese for everything else. */
    static Map<String, String> of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : VIETNAMESE;
    }

    private static Map<String, String> read(String suffix) {
        Map<String, String> words = new HashMap<>();
        for (String feature : FEATURES) {
            String file = "/vn/lgsp/portal/texts/" + feature + suffix + ".properties";
            Properties properties = new Properties();
            try (InputStream in = Bundles.class.getResourceAsStream(file);
                    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((key, text) -> words.put((String) key, (String) text));
        }
        return Map.copyOf(words);
    }
}

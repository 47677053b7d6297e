import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Makes the portal's one PrimeFaces theme out of two that PrimeFaces ships: saga-blue (light) and arya-blue (dark) are compiled from the same
 * source, rule by rule, and differ in colours and shadows only. Where a declaration differs it becomes a variable with a value for each theme;
 * colours that the portal has names for become those names, so that components look like everything else and change with the theme at once.
 * Rules for bare elements are left out: they would restyle the portal's own fields. Run by the build:
 * {@code java ThemeMerge.java <jar of saga-blue> <jar of arya-blue> <target file>}.
 */
public class ThemeMerge {
    private static final String LIGHT = "META-INF/resources/primefaces-saga-blue/theme.css";
    private static final String DARK = "META-INF/resources/primefaces-arya-blue/theme.css";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(?:rgb|hsl)a?\\([^)]*\\)");
    private static final Pattern DECLARATION_END = Pattern.compile(";(?![^(]*\\))");
    private static final Pattern COMPONENTS = Pattern.compile("\\.ui-|\\.fc|:root|@|%|^from$|^to$|\\.pi");
    private static final Pattern BARE = Pattern.compile("body (?:select|input|textarea|button)\\b(?!\\.ui)");
    private static final Pattern FONTS = Pattern.compile("font-family:-apple-system[^;}]*");

    /** Pairs of colours, light and dark, that the portal has a name for (src/main/css/10-base.css). */
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        name("--surface", "#fff #1e1e1e", "#ffffff #1e1e1e", "#fff #2b2b2b");
        name("--field", "#fff #121212", "#ffffff #121212");
        name("--accent-ink", "#fff #212529");
        name("--text", "#495057 hsla(0,0%,100%,.87)", "#343a40 hsla(0,0%,100%,.87)");
        name("--muted", "#6c757d hsla(0,0%,100%,.6)", "#adb5bd hsla(0,0%,100%,.6)");
        name("--line", "#dee2e6 #383838", "#e9ecef #383838", "#f8f9fa #383838", "rgba(0,0,0,.08) #383838");
        name("--field-line", "#ced4da #383838");
        name("--surface-2", "#f8f9fa #1e1e1e", "#f8f9fa #121212", "#e9ecef hsla(0,0%,100%,.03)", "#dee2e6 hsla(0,0%,100%,.03)");
        name("--accent", "#2196f3 #90caf9", "#2196F3 #90CAF9", "#2196f3 #64b5f6");
        name(
                "--accent-strong",
                "rgb(12.7384615385,136.9384615385,235.6615384615) rgb(106.7153846154,184.1974358974,246.9846153846)");
        name(
                "--accent-strong",
                "rgb(11.3230769231,121.7230769231,209.4769230769) rgb(69.4307692308,166.3948717949,244.9692307692)");
        name("--accent-soft", "#e3f2fd rgba(100,181,246,.16)", "#e3f2fd rgba(144,202,249,.16)");
        name("--accent", "rgb(166.2,213,250.2) rgb(177.3,217.9,250.8)");
        name("--error", "#f44336 #ef9a9a", "#d32f2f #f48fb1");
    }

    private final Map<String, String> variables = new LinkedHashMap<>();

    public static void main(String[] arguments) throws IOException {
        String light = read(Path.of(arguments[0]), LIGHT);
        String dark = read(Path.of(arguments[1]), DARK);
        Path target = Path.of(arguments[2]);
        Files.createDirectories(target.getParent());
        Files.writeString(target, new ThemeMerge().merge(light, dark), StandardCharsets.UTF_8);
    }

    private static void name(String variable, String... pairs) {
        for (String pair : pairs) {
            NAMES.put(pair, "var(" + variable + ")");
        }
    }

    private static String read(Path jar, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            String css = new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
            return COMMENT.matcher(css.replace("\uFEFF", "")).replaceAll("");
        }
    }

    private String merge(String light, String dark) {
        Map<String, Deque<String>> twins = new HashMap<>();
        RULE.matcher(dark)
                .results()
                .forEach(rule -> twins.computeIfAbsent(rule.group(1).strip(), key -> new ArrayDeque<>())
                        .add(rule.group(2)));
        StringBuilder css = new StringBuilder();
        Matcher rule = RULE.matcher(light);
        int end = 0;
        while (rule.find()) {
            // What stands between two rules opens or closes a block around them: media queries, key frames.
            css.append(light, end, rule.start());
            end = rule.end();
            String selector = rule.group(1).strip();
            Deque<String> twin = twins.get(selector);
            String body = twin == null || twin.isEmpty() ? rule.group(2) : body(rule.group(2), twin.remove());
            if (COMPONENTS.matcher(selector).find() && !BARE.matcher(selector).lookingAt()) {
                css.append(selector).append('{').append(body).append("}\n");
            }
        }
        css.append(light.substring(end));
        return variables() + FONTS.matcher(css).replaceAll("font-family:inherit");
    }

    private String body(String light, String dark) {
        Map<String, Deque<String>> twins = new HashMap<>();
        for (String declaration : DECLARATION_END.split(dark)) {
            String[] parts = declaration.split(":", 2);
            if (parts.length == 2) {
                twins.computeIfAbsent(parts[0].strip(), key -> new ArrayDeque<>()).add(parts[1].strip());
            }
        }
        List<String> result = new ArrayList<>();
        for (String declaration : DECLARATION_END.split(light)) {
            String[] parts = declaration.split(":", 2);
            if (parts.length == 2) {
                Deque<String> twin = twins.get(parts[0].strip());
                String value = parts[1].strip();
                String other = twin == null || twin.isEmpty() ? value : twin.remove();
                result.add(parts[0].strip() + ":" + value(value, other));
            }
        }
        return String.join(";", result);
    }

    private String value(String light, String dark) {
        if (light.equals(dark)) {
            return light;
        }
        List<String> lights = colours(light);
        List<String> darks = colours(dark);
        if (lights.size() == darks.size()) {
            String named = named(light, lights, darks);
            if (named.equals(named(dark, lights, darks))) {
                return named;
            }
        }
        return "var(" + variables.computeIfAbsent(light + "|" + dark, key -> "--pf-" + (variables.size() + 1)) + ")";
    }

    /** The value with names in place of the colours that have one together with their twin. */
    private static String named(String value, List<String> lights, List<String> darks) {
        StringBuilder result = new StringBuilder();
        Matcher colour = COLOUR.matcher(value);
        int end = 0;
        for (int i = 0; colour.find(); i++) {
            result.append(value, end, colour.start())
                    .append(NAMES.getOrDefault(lights.get(i) + " " + darks.get(i), colour.group()));
            end = colour.end();
        }
        return result.append(value.substring(end)).toString();
    }

    private String variables() {
        StringBuilder lights = new StringBuilder();
        StringBuilder darks = new StringBuilder();
        variables.forEach((pair, name) -> {
            int bar = pair.indexOf('|');
            lights.append(name).append(':').append(pair, 0, bar).append(';');
            darks.append(name).append(':').append(pair.substring(bar + 1)).append(';');
        });
        return ":root{" + lights + "}\n[data-theme=\"dark\"]{" + darks + "}\n@media (prefers-color-scheme: dark){[data-theme=\"auto\"]{" + darks
                + "}}\n@media print{[data-theme]{" + lights + "}}\n";
    }

    private static List<String> colours(String value) {
        return COLOUR.matcher(value).results().map(result -> result.group()).toList();
    }
}

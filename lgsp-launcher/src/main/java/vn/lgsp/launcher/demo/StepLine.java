package vn.lgsp.launcher.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step as the command line prints it with {@code --json}: a flat JSON object on one line. The launcher has no JSON library of its own,
 * because the server's would get in its way; this reads the members that stand at the top of such a line.
 */
record StepLine(Map<String, String> members) {
    private static final Pattern MEMBER =
            Pattern.compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+|true|false))");

    /** Reads a line; empty when it is not a step. */
    static Optional<StepLine> parse(String line) {
        if (!line.startsWith("{\"step\":")) {
            return Optional.empty();
        }
        Map<String, String> members = new HashMap<>();
        Matcher matcher = MEMBER.matcher(line);
        while (matcher.find()) {
            String text = matcher.group(2) == null ? matcher.group(3) : unescaped(matcher.group(2));
            members.putIfAbsent(matcher.group(1), text);
        }
        return Optional.of(new StepLine(members));
    }

    String step() {
        return get("step");
    }

    /** A member as text; empty when it is not there. */
    String get(String name) {
        return members.getOrDefault(name, "");
    }

    boolean failed() {
        return members.containsKey("code");
    }

    private static String unescaped(String text) {
        return text.replace("\\\"", "\"").replace("\\/", "/").replace("\\\\", "\\");
    }
}

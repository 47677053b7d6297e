package vn.lgsp.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lgsp.client.transport.Texts;

/** A step as a line for people: name, clause, duration, then what it was about. */
final class StepLine {

    private StepLine() {}

    static String of(Step step, Texts texts) {
        Map<String, Object> members = step.members();
        String clause = members.containsKey(Step.CLAUSE) ? texts.text("clause", members.get(Step.CLAUSE)) : "";
        String duration = members.containsKey(Step.MILLISECONDS) ? members.get(Step.MILLISECONDS) + " ms" : "";
        String label = texts.has("step." + step.name()) ? texts.text("step." + step.name()) : step.name();
        return String.format(Locale.ROOT, "%-18s %-9s %9s  %s", label, clause, duration, about(members, texts))
                .stripTrailing();
    }

    private static String about(Map<String, Object> members, Texts texts) {
        List<String> parts = new ArrayList<>();
        add(parts, members, Step.EVENT);
        add(parts, members, Step.TITLE);
        add(parts, members, Step.AGENCY);
        add(parts, members, members.containsKey(Step.PATH) ? Step.PATH : Step.FILE);
        if (members.get(Step.BYTES) instanceof Long bytes) {
            parts.add(Bytes.of(bytes));
        }
        add(parts, members, Step.DIGEST);
        if (members.containsKey("incoming")) {
            parts.add(texts.text(
                    "pending",
                    members.get("incoming").toString(),
                    members.get("outgoing").toString()));
        }
        if (parts.isEmpty()) {
            add(parts, members, Step.PACKET);
            add(parts, members, Step.STATE);
        }
        return String.join("  ", parts);
    }

    private static void add(List<String> parts, Map<String, Object> members, String key) {
        if (members.containsKey(key)) {
            parts.add(Output.plain(members.get(key)));
        }
    }
}

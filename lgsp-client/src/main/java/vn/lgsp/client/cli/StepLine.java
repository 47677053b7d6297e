package vn.lgsp.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lgsp.client.model.PacketState;
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
        if (members.containsKey("ok")) {
            parts.add(texts.text(members.get("ok").equals(true) ? "ok" : "not-ok"));
        }
        add(parts, members, "endpoint");
        if (members.containsKey("skewMs")) {
            parts.add(texts.text("skew", members.get("skewMs").toString()));
        }
        if (members.containsKey(Step.EVENT)) {
            parts.add(word(texts, "event", members.get(Step.EVENT).toString()));
        }
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
        if (members.get("keyDestroyed") instanceof Boolean destroyed) {
            parts.add(texts.text(destroyed ? "key-destroyed" : "key-kept"));
        }
        if (parts.isEmpty()) {
            add(parts, members, Step.PACKET);
            if (members.get(Step.STATE) instanceof PacketState state) {
                parts.add(word(texts, "packet", state.code()));
            }
        }
        add(parts, members, "advice");
        return String.join("  ", parts);
    }

    private static String word(Texts texts, String kind, String code) {
        String key = kind + "." + code;
        return texts.has(key) ? texts.text(key) : Output.plain(code);
    }

    private static void add(List<String> parts, Map<String, Object> members, String key) {
        if (members.containsKey(key)) {
            parts.add(Output.plain(members.get(key)));
        }
    }
}

package vn.lgsp.launcher.demo;

import java.util.Set;
import vn.lgsp.launcher.Progress;
import vn.lgsp.launcher.Texts;

/** Shows the steps of both sides as they happen, aligned: who, what, clause, milliseconds, what is worth seeing. */
final class StepTable {
    private static final Set<String> SILENT = Set.of("waiting", "sample");

    private final Progress progress;
    private final Texts texts;

    StepTable(Progress progress) {
        this.progress = progress;
        this.texts = progress.texts();
    }

    void head(String title) {
        progress.plain("");
        progress.plain(title);
        progress.plain("  "
                + row(
                        texts.of("demo.column.who"),
                        texts.of("demo.column.step"),
                        texts.of("demo.column.clause"),
                        texts.of("demo.column.ms"),
                        ""));
    }

    void show(String side, StepLine line) {
        if (SILENT.contains(line.step())) {
            return;
        }
        if (line.failed()) {
            progress.plain("✗ "
                    + row(
                            texts.of(side),
                            name(line),
                            line.get("clause"),
                            line.get("ms"),
                            line.get("code") + ": " + line.get("detail") + " " + line.get("fix") + " ("
                                    + line.get("requestId") + ")"));
            return;
        }
        progress.plain("✓ " + row(texts.of(side), name(line), line.get("clause"), line.get("ms"), detail(line)));
    }

    /** One check of the demonstration itself. */
    void check(boolean passed, String text) {
        progress.plain((passed ? "✓ " : "✗ ") + text);
    }

    private String name(StepLine line) {
        return texts.of("demo.step." + line.step());
    }

    private static String row(String who, String what, String clause, String ms, String detail) {
        return "%-7s %-22s %-6s %7s  %s"
                .formatted(who, what, clause, ms, detail)
                .stripTrailing();
    }

    private String detail(StepLine line) {
        return switch (line.step()) {
            case "session" -> line.get("agency");
            case "request" -> "→ " + line.get("agency") + "  " + line.get("packetId");
            case "upload", "download" -> line.get("file") + "  " + size(line.get("bytes")) + "  " + line.get("digest");
            case "event" -> line.get("event");
            case "receipt" -> texts.of("demo.detail.receipt", line.get("confirmedAt"));
            default -> "";
        };
    }

    private String size(String bytes) {
        return bytes.isEmpty() ? "" : String.format(texts.locale(), "%,d B", Long.parseLong(bytes));
    }
}

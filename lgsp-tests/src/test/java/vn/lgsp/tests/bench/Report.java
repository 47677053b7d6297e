package vn.lgsp.tests.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Findings as a page to read and as JSON to compare with. */
final class Report {
    private final Findings findings;

    Report(Findings findings) {
        this.findings = findings;
    }

    /** Writes both files and returns the page. */
    Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        String name = "portal-" + findings.packets();
        Path page = directory.resolve(name + ".md");
        Files.writeString(page, markdown());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(directory.resolve(name + ".json").toFile(), json());
        return page;
    }

    /** As Markdown. */
    String markdown() {
        StringBuilder page = new StringBuilder("# Cổng quản trị trên %,d gói tin%n%n"
                .formatted(findings.packets())
                .replace(',', '.'));
        page.append("`./lgsp bench portal --packets ")
                .append(findings.packets())
                .append("`, ")
                .append(findings.at());
        page.append(", mỗi trang ")
                .append(findings.runs())
                .append(" lần xen kẽ. Đơn vị: mili giây, tới byte cuối cùng, một người xem.\n\n");
        findings.machine().forEach((fact, value) -> page.append("- ")
                .append(fact)
                .append(": ")
                .append(value)
                .append('\n'));
        page.append(
                "\n| trang | p50 | p95 | lớn nhất | ngân sách p95 | | p50 khi trống | tỷ lệ | HTML kB |\n|---|--:|--:|--:|--:|---|--:|--:|--:|\n");
        findings.full().forEach((probe, timing) -> page.append(line(probe, timing)));
        page.append(
                "\n## Dung lượng lần đầu mở trang (kB, gzip)\n\n| trang | HTML | JS | CSS | phông chữ | yêu cầu |\n|---|--:|--:|--:|--:|--:|\n");
        findings.weights()
                .forEach((what, weight) -> page.append("| %s | %s | %s | %s | %s | %d |%n"
                        .formatted(
                                what,
                                kilo(weight.html()),
                                kilo(weight.scripts()),
                                kilo(weight.styles()),
                                kilo(weight.fonts()),
                                weight.requests())));
        page.append("| ngân sách | 60 | 320 | 70 | 120 | 25 |\n");
        page.append(
                "\n## Xuất tệp theo luồng\n\n| định dạng | MB | giây | heap còn sống trước, MB | nhiều nhất trong khi xuất, MB |\n|---|--:|--:|--:|--:|\n");
        findings.downloads()
                .forEach(download -> page.append("| %s | %.1f | %.1f | %d | %d |%n"
                        .formatted(
                                download.format(),
                                download.bytes() / 1e6,
                                download.took().toMillis() / 1000.0,
                                download.heapBeforeKib() / 1024,
                                download.heapKib() / 1024)));
        return page.toString();
    }

    private String line(Probe probe, Timing timing) {
        Timing empty = findings.empty().get(probe);
        String ratio = empty == null
                ? "– | –"
                : Timing.millis(empty.percentile(0.5)) + " | "
                        + String.format(Locale.ROOT, "%.1f", timing.percentile(0.5) / empty.percentile(0.5));
        return "| %s | %s | %s | %s | %d | %s | %s | %s |%n"
                .formatted(
                        probe.what(),
                        Timing.millis(timing.percentile(0.5)),
                        Timing.millis(timing.percentile(0.95)),
                        Timing.millis(timing.percentile(1)),
                        probe.budgetMillis(),
                        kept(probe, timing) ? "đạt" : "**vượt**",
                        ratio,
                        kilo(timing.bytes()));
    }

    private ObjectNode json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("at", findings.at().toString())
                .put("packets", findings.packets())
                .put("runs", findings.runs());
        ObjectNode machine = root.putObject("machine");
        findings.machine().forEach(machine::put);
        ArrayNode pages = root.putArray("pages");
        findings.full().forEach((probe, timing) -> {
            ObjectNode one = pages.addObject();
            one.put("page", probe.what()).put("path", probe.path()).put("account", probe.username());
            one.put("p50", timing.percentile(0.5))
                    .put("p95", timing.percentile(0.95))
                    .put("max", timing.percentile(1));
            one.put("budget", probe.budgetMillis())
                    .put("withinBudget", kept(probe, timing))
                    .put("html", timing.bytes());
            if (findings.empty().containsKey(probe)) {
                one.put("p50Empty", findings.empty().get(probe).percentile(0.5));
            }
        });
        ArrayNode weights = root.putArray("weights");
        findings.weights().forEach((what, weight) -> weights.addObject()
                .put("page", what)
                .put("html", weight.html())
                .put("scripts", weight.scripts())
                .put("styles", weight.styles())
                .put("fonts", weight.fonts())
                .put("requests", weight.requests()));
        ArrayNode downloads = root.putArray("downloads");
        findings.downloads().forEach(download -> downloads
                .addObject()
                .put("format", download.format())
                .put("bytes", download.bytes())
                .put("millis", download.took().toMillis())
                .put("heapBeforeKib", download.heapBeforeKib())
                .put("heapKib", download.heapKib()));
        return root;
    }

    private static boolean kept(Probe probe, Timing timing) {
        return timing.percentile(0.95) <= probe.budgetMillis();
    }

    private static String kilo(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1000.0);
    }
}

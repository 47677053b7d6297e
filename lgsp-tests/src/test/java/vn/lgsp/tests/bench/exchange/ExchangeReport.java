package vn.lgsp.tests.bench.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.lgsp.tests.bench.Ranks;

/** Findings as a page to read, ratios first, and as JSON to compare with. */
final class ExchangeReport {
    private static final String NAME = "exchange";

    private final ExchangeFindings findings;

    ExchangeReport(ExchangeFindings findings) {
        this.findings = findings;
    }

    /** Writes both files and returns the page. */
    Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path page = directory.resolve(NAME + ".md");
        Files.writeString(page, markdown());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(directory.resolve(NAME + ".json").toFile(), json());
        return page;
    }

    /** As Markdown. */
    String markdown() {
        StringBuilder page = new StringBuilder("# Trao đổi gói tin bên cạnh phần mềm khác và giới hạn của máy\n\n`")
                .append(findings.command())
                .append("`, ")
                .append(findings.at())
                .append(
                        ". Mọi thứ trên một máy, các bên lần lượt trong từng vòng; chữ ký, mã hóa, fsync và lịch sử đều bật.\n\n");
        ratios(page);
        packets(page);
        memory(page);
        large(page);
        notice(page);
        rows(page);
        page.append("\n## Máy\n\n");
        findings.machine().forEach((fact, value) -> append(page, "- %s: %s%n", fact, value));
        return page.toString();
    }

    private void ratios(StringBuilder page) {
        page.append("| nền tảng | | so với | | tỷ lệ | mục tiêu | |\n|---|--:|---|--:|--:|---|---|\n");
        for (Ratio ratio : findings.ratios()) {
            append(
                    page,
                    "| %s | %s | %s | %s | **%s** | %s | %s |%n",
                    ratio.what(),
                    number(ratio.ours()),
                    ratio.against(),
                    number(ratio.other()),
                    number(ratio.value()),
                    aim(ratio.aim()),
                    ratio.verdict().shown());
        }
        findings.failures().forEach(failure -> append(page, "%nKhông đo được: %s%n", failure));
    }

    private static String aim(Ratio.Aim aim) {
        return aim == null ? "–" : (aim.least() ? "≥ " : "≤ ") + number(aim.bound());
    }

    private void packets(StringBuilder page) {
        append(
                page,
                "%n## Gói tin %d byte%n%nTrung vị các vòng; mỗi vòng gửi %s giây rồi chờ gói cuối cùng. Của nền tảng chỉ tính gói mà nội dung đã xóa xong. "
                        + "CPU: mili giây mỗi gói; của phần mềm khác, cột máy chủ gồm cả bên gửi và bên nhận.%n%n",
                Steps.BYTES,
                number(findings.length()));
        page.append(
                "| | luồng | gói/s | p50, ms | p95, ms | p99, ms | CPU máy chủ | CPU cơ sở dữ liệu | CPU bên gửi, nhận | CPU tổng |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (Series one : findings.packets()) {
            append(
                    page,
                    "| %s | %d | %s | %s | %s | %s | %s | %s | %s | %s |%n",
                    one.label(),
                    one.threads(),
                    number(one.rate()),
                    number(one.percentile(0.5)),
                    number(one.percentile(0.95)),
                    number(one.percentile(0.99)),
                    number(one.cost().server()),
                    number(one.cost().database()),
                    number(one.cost().client()),
                    number(one.cost().all()));
        }
    }

    private void memory(StringBuilder page) {
        page.append("\n## Bộ nhớ khi kết thúc (PSS), MB\n\n| | MB |\n|---|--:|\n");
        findings.memory().forEach((whose, megabytes) -> append(page, "| %s | %d |%n", whose, megabytes));
    }

    private void large(StringBuilder page) {
        Large.Found large = findings.large();
        Speeds speeds = findings.speeds();
        append(page, "%n## Một tệp %d MiB, MB/s%n%n", large.size() >> 20);
        append(
                page,
                "| | MB/s |%n|---|--:|%n| vào (PUT, tới khi đã mã hóa và nằm trên đĩa) | %s |%n",
                number(large.in()));
        append(page, "| ra (GET, tới khi bên nhận kiểm xong SHA-256) | %s |%n", number(large.out()));
        append(page, "| giới hạn: SHA-256 + AES-256-GCM, một nhân | %s |%n", number(speeds.sealing()));
        append(page, "| giới hạn: ghi đĩa và fsync | %s |%n", number(speeds.writing()));
        append(
                page,
                "| giới hạn: đọc đĩa%s | %s |%n",
                speeds.direct() ? ", không qua bộ đệm trang (O_DIRECT)" : ", có bộ đệm trang",
                number(speeds.reading()));
        append(
                page,
                "%nBộ đệm trang của hệ điều hành không xóa được khi đo, nên tệp vừa vào có thể được đọc ra từ đó. Heap còn sống: %d MB trước, nhiều nhất %d MB trong khi tệp đi qua.%n",
                large.before(),
                large.most());
    }

    private void notice(StringBuilder page) {
        Notice.Found notice = findings.notice();
        append(
                page,
                "%n## Từ lúc báo xong đến sự kiện ở bên nhận (SSE), ms%n%n%d gói, 10 gói mỗi giây. Sàn (một lượt gọi không chữ ký + một lần commit): %s.%n%n",
                notice.packets(),
                number(notice.floor()));
        page.append("| | p50 | p99 | lớn nhất |\n|---|--:|--:|--:|\n");
        line(page, "từ lúc gửi lời báo xong", notice.asked());
        line(page, "từ lúc có trả lời", notice.answered());
    }

    private static void line(StringBuilder page, String what, double[] millis) {
        append(
                page,
                "| %s | %s | %s | %s |%n",
                what,
                number(Ranks.percentile(millis, 0.5)),
                number(Ranks.percentile(millis, 0.99)),
                number(Ranks.percentile(millis, 1)));
    }

    private void rows(StringBuilder page) {
        page.append("\n## Một gói ghi gì vào cơ sở dữ liệu\n\n")
                .append(
                        "Giới hạn PostgreSQL ghi chừng ấy dòng cùng cỡ, của cách ghi ít nhất (bảng cuối), vào một bảng một chỉ mục bằng một câu lệnh: ")
                .append("không đọc, không cập nhật, mỗi gói hoặc mỗi 100 gói một commit.\n");
        findings.rows().forEach((name, rows) -> rows(page, ExchangeFindings.Names.label(name), rows));
    }

    private static void rows(StringBuilder page, String label, RowsOfPacket rows) {
        append(
                page,
                "%n%s: %s dòng, %s byte, %s giao dịch, %s byte nhật ký ghi trước (WAL).%n%n",
                label,
                number(rows.rows()),
                number(rows.bytes()),
                number(rows.commits()),
                number(rows.walBytes()));
        page.append("| bảng | thêm | ghi lại | byte mỗi dòng |\n|---|--:|--:|--:|\n");
        rows.tables()
                .forEach((table, written) -> append(
                        page,
                        "| %s | %s | %s | %.0f |%n",
                        table,
                        number(written.inserted()),
                        number(written.updated()),
                        written.bytes()));
    }

    /** Three digits that count; a dash for what was not measured. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String format = size >= 100
                ? "%.0f"
                : size >= 10 ? "%.1f" : size >= 1 || size == 0 ? "%.2f" : size >= 0.1 ? "%.3f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }

    private static void append(StringBuilder page, String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values));
    }

    private ObjectNode json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("at", findings.at().toString())
                .put("command", findings.command())
                .put("roundSeconds", findings.length())
                .put("bytes", Steps.BYTES);
        root.set("machine", mapper.valueToTree(findings.machine()));
        findings.ratios().forEach(ratio -> root.withArray("ratios")
                .addObject()
                .put("what", ratio.what())
                .put("ours", finite(ratio.ours()))
                .put("against", ratio.against())
                .put("other", finite(ratio.other()))
                .put("ratio", finite(ratio.value()))
                .put("verdict", ratio.verdict().name())
                .set("aim", mapper.valueToTree(ratio.aim())));
        findings.packets().forEach(one -> {
            ObjectNode node = root.withArray("packets").addObject();
            node.put("name", one.name())
                    .put("label", one.label())
                    .put("threads", one.threads())
                    .put("rate", one.rate())
                    .put("p50", one.percentile(0.5))
                    .put("p95", one.percentile(0.95))
                    .put("p99", one.percentile(0.99));
            node.set("cpuMillis", mapper.valueToTree(one.cost()));
            one.rounds().forEach(round -> node.withArray("rounds")
                    .addObject()
                    .put("packets", round.outcome().packets())
                    .put("seconds", round.outcome().seconds())
                    .put("p99", round.outcome().percentile(0.99))
                    .set("cpuMillis", mapper.valueToTree(round.cost())));
        });
        root.set("memoryMegabytes", mapper.valueToTree(findings.memory()));
        root.set("rowsOfPacket", mapper.valueToTree(findings.rows()));
        root.set("speeds", mapper.valueToTree(findings.speeds()));
        root.set("large", mapper.valueToTree(findings.large()));
        root.set("notice", mapper.valueToTree(findings.notice()));
        root.set("failures", mapper.valueToTree(findings.failures()));
        return root;
    }

    private static Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }
}

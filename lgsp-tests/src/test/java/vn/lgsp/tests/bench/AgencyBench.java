package vn.lgsp.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lgsp.tests.platform.PersonalToken;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;

/** Measures a directory of a whole country: importing it, searching in it, each over the interface with a personal token. */
final class AgencyBench {
    private static final int PAGE = 1000;
    private static final String INDEX = "một mã (so sánh)";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int count;
    private final int queries;
    private final Map<String, List<Long>> micros = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private URI base;
    private String bearer;

    private AgencyBench(int count, int queries) {
        this.count = count;
        this.queries = queries;
    }

    /** Runs it; {@code --quick} takes a tenth. */
    static void main(boolean quick) throws IOException {
        new AgencyBench(quick ? 12_000 : 120_000, quick ? 1_000 : 10_000).run();
    }

    private void run() throws IOException {
        System.setProperty("lgsp.start.minutes", "5");
        try (PlatformProcess platform = PlatformProcess.start("agencies", Map.of())) {
            base = platform.base();
            bearer = PersonalToken.bearer(platform.database(), "vanhanh", false);
            facts.putAll(Machine.facts(new Store(Repository.root(), platform.home(), platform.database())));
            Heap heap = new Heap(platform.pid());
            List<Map<String, Object>> rows = Names.rows(count, "H23");
            long before = heap.usedKib();
            enter(rows, heap, before);
            long first = System.nanoTime();
            get("/api/v1/agencies?q=so&limit=10");
            facts.put("lần tìm đầu tiên, dựng chỉ mục, ms", Long.toString((System.nanoTime() - first) / 1_000_000));
            facts.put("heap của chỉ mục, MB", Long.toString((heap.usedKib() - before) / 1024));
            Names.queries(rows, queries / 10, (kind, text) -> search(text));
            Names.queries(rows, queries, this::measure);
            rows.stream()
                    .limit(queries / 5)
                    .forEach(row -> measure(INDEX, () -> get("/api/v1/agencies/" + row.get("code"))));
        }
        System.out.println(report());
    }

    private void enter(List<Map<String, Object>> rows, Heap heap, long before) {
        long begin = System.nanoTime();
        String path = "/api/v1/agency-imports";
        String list = path + "/"
                + send("POST", path, Map.of("name", "đo tải")).get("id").asText();
        for (int from = 0; from < rows.size(); from += PAGE) {
            send("PUT", list + "/rows", Map.of("rows", rows.subList(from, Math.min(rows.size(), from + PAGE))));
        }
        facts.put("nhận " + count + " dòng, giây", seconds(begin));
        begin = System.nanoTime();
        send("POST", list + ":check", null);
        until(list, "checked");
        facts.put("kiểm tra, giây", seconds(begin));
        begin = System.nanoTime();
        send("POST", list + ":run", null);
        long most = before;
        int steps = 0;
        int last = -1;
        JsonNode now;
        do {
            most = Math.max(most, heap.usedKib());
            now = get(list);
            steps += now.get("done").asInt() == last ? 0 : 1;
            last = now.get("done").asInt();
        } while (!now.get("state").asText().equals("done"));
        facts.put("nhập, giây", seconds(begin));
        facts.put("đã nhập", Integer.toString(last));
        facts.put("lần thấy tiến độ tăng", Integer.toString(steps));
        facts.put("heap còn sống trước, MB", Long.toString(before / 1024));
        facts.put("heap còn sống nhiều nhất trong khi nhập, MB", Long.toString(most / 1024));
    }

    private void until(String list, String state) {
        // Each request is a wait in itself.
        while (!get(list).get("state").asText().equals(state)) {
            Thread.onSpinWait();
        }
    }

    private void measure(String kind, String text) {
        measure(kind, () -> search(text));
    }

    private void measure(String kind, Runnable request) {
        long begin = System.nanoTime();
        request.run();
        micros.computeIfAbsent(kind, missing -> new ArrayList<>()).add((System.nanoTime() - begin) / 1000);
    }

    private void search(String text) {
        String shortened = text.substring(0, Math.min(100, text.length())).strip();
        get("/api/v1/agencies?limit=10&q="
                + URLEncoder.encode(shortened.isEmpty() ? "x" : shortened, StandardCharsets.UTF_8));
    }

    private JsonNode get(String path) {
        return send("GET", path, null);
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Authorization", bearer)
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String report() throws IOException {
        List<Long> all = new ArrayList<>();
        micros.forEach((kind, times) -> {
            if (!kind.equals(INDEX)) {
                all.addAll(times);
            }
        });
        double plain = percentile(micros.get(INDEX), 0.5);
        StringBuilder text = new StringBuilder("# Danh bạ ")
                .append(count)
                .append(" đơn vị\n\n`./lgsp bench agencies`, ")
                .append(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                .append(
                        ". Qua HTTP với token cá nhân, một người hỏi; thời gian gồm cả kiểm tra token và đọc cơ sở dữ liệu.\n\n");
        facts.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append(
                "\n| tìm | lần | p50, ms | p99, ms | lớn nhất | p50 so với tra một mã |\n|---|--:|--:|--:|--:|--:|\n");
        micros.forEach((kind, times) -> line(text, kind, times, plain));
        line(text, "tất cả các kiểu tìm", all, plain);
        Path file = Repository.root().resolve("docs/benchmarks/agencies-" + count + ".md");
        Files.writeString(file, text);
        return text + "\n" + file;
    }

    private static void line(StringBuilder text, String kind, List<Long> times, double plain) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
                kind,
                times.size(),
                percentile(times, 0.5),
                percentile(times, 0.99),
                percentile(times, 1),
                percentile(times, 0.5) / plain));
    }

    private static double percentile(List<Long> times, double share) {
        return Ranks.percentile(times, share) / 1000;
    }

    private static String seconds(long begin) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9);
    }
}

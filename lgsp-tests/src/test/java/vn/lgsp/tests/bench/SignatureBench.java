package vn.lgsp.tests.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.AwsCall;
import vn.lgsp.tests.http.OAuthCall;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;

/**
 * Measures what it costs to find out who asks: CPU time of the server and of the database, per request, for the same small request in
 * every way of signing. All ways take turns in every round, so that what disturbs the machine disturbs them alike.
 */
final class SignatureBench {
    /** What verification and replay guard may add, in milliseconds of CPU at the median. */
    private static final double BUDGET = 0.3;

    private static final String PATH = "/api/v1/inbox";
    private static final String WRONG = "từ chối: khóa có thật, chữ ký sai";
    private static final String UNKNOWN = "từ chối: khóa không có thật";

    /** Rounds before those that count: Java compiles what is used often. */
    private static final int WARM_UP = 6;

    private record Spent(double server, double database, double wall) {
        double cpu() {
            return server + database;
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int rounds;
    private final int requests;
    private final Map<String, Supplier<HttpRequest>> ways = new LinkedHashMap<>();
    private final Map<String, List<Spent>> spent = new LinkedHashMap<>();

    private SignatureBench(int rounds, int requests) {
        this.rounds = rounds;
        this.requests = requests;
    }

    /** Runs it; {@code --quick} takes a fifth. */
    static void main(boolean quick) throws IOException {
        new SignatureBench(quick ? 5 : 15, quick ? 200 : 500).run();
    }

    private void run() throws IOException {
        try (PlatformProcess platform = PlatformProcess.start("signatures", PlatformProcess.UNLIMITED)) {
            Application application = Application.source(platform);
            Answer session = application.post("/api/v1/sessions", Map.of()).expect(201);
            String token = session.get("token").asText();
            ways.put("khóa phiên, không chữ ký (so sánh)", () -> plain(application, "Bearer " + token));
            ways.put(
                    "RFC 9421, hmac-sha256", () -> application.call("GET", PATH).request());
            for (Signer signer : Signer.all()) {
                String key = signer.register(platform, application);
                ways.put("RFC 9421, " + signer.label(), () -> signer.sign(application, key));
            }
            ways.put("AWS Signature V4", () -> new AwsCall(application, "GET", PATH)
                    .header("x-lgsp-n", UUID.randomUUID().toString())
                    .request());
            ways.put("OAuth 1.0a, HMAC-SHA256", () -> new OAuthCall(application, "GET", PATH).request());
            ways.put(
                    WRONG, () -> application.call("GET", PATH).withSecret("sai").request());
            ways.put(UNKNOWN, () -> application
                    .call("GET", PATH)
                    .withAccessKey(KeyFormat.newAccessKey(Environment.TEST))
                    .request());
            Cpu server = Cpu.of(platform.pid());
            Cpu database = Cpu.ofPostgres(platform.home());
            for (int round = -WARM_UP; round < rounds; round++) {
                application
                        .post("/api/v1/sessions/" + session.get("id").asText() + "/heartbeat", Map.of())
                        .expect(204);
                for (Map.Entry<String, Supplier<HttpRequest>> way : ways.entrySet()) {
                    Spent one =
                            measure(way.getValue(), way.getKey().startsWith("từ chối") ? 401 : 200, server, database);
                    if (round >= 0) {
                        spent.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                                .add(one);
                    }
                }
            }
            report(Machine.facts(new Store(Repository.root(), platform.home(), platform.database())));
        }
    }

    private static HttpRequest plain(Application application, String authorization) {
        return HttpRequest.newBuilder(URI.create(application.base() + PATH))
                .header("Authorization", authorization)
                .build();
    }

    private Spent measure(Supplier<HttpRequest> way, int status, Cpu server, Cpu database) {
        HttpRequest[] signed = new HttpRequest[requests];
        Arrays.setAll(signed, i -> way.get());
        double serverBefore = server.millis();
        double databaseBefore = database.millis();
        long begin = System.nanoTime();
        for (HttpRequest request : signed) {
            send(request, status);
        }
        double wall = (System.nanoTime() - begin) / 1e6;
        return new Spent(
                (server.millis() - serverBefore) / requests,
                (database.millis() - databaseBefore) / requests,
                wall / requests);
    }

    private void send(HttpRequest request, int status) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void report(Map<String, String> facts) throws IOException {
        StringBuilder text = new StringBuilder("# Giá của một chữ ký\n\n`./lgsp bench signatures`, ")
                .append(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .append(", ")
                .append(rounds)
                .append(" vòng xen kẽ, mỗi vòng ")
                .append(requests)
                .append(" yêu cầu `GET ")
                .append(PATH)
                .append(
                        "` mỗi cách, lần lượt. Mili giây CPU mỗi yêu cầu, trung vị các vòng; mọi yêu cầu ký đều ghi bền `nonce`.\n\n");
        facts.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append(
                "\n| cách | CPU máy chủ | CPU cơ sở dữ liệu | thêm so với khóa phiên | tỷ lệ | thời gian chờ, ms | ngân sách %.1f ms |\n|---|--:|--:|--:|--:|--:|---|\n"
                        .formatted(BUDGET)
                        .replace('.', ','));
        Spent plain = median(spent.values().iterator().next());
        spent.forEach((way, all) -> {
            Spent one = median(all);
            double added = one.cpu() - plain.cpu();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.2f | %.2f | %s |%n",
                    way,
                    one.server(),
                    one.database(),
                    added,
                    one.cpu() / plain.cpu(),
                    one.wall(),
                    added <= BUDGET ? "đạt" : "**vượt**"));
        });
        text.append(String.format(
                Locale.ROOT,
                "%nKhóa không có thật so với chữ ký sai: %.3f lần thời gian chờ, %.3f lần CPU.%n",
                median(spent.get(UNKNOWN)).wall() / median(spent.get(WRONG)).wall(),
                median(spent.get(UNKNOWN)).cpu() / median(spent.get(WRONG)).cpu()));
        Path directory = Repository.root().resolve("docs/benchmarks");
        Files.writeString(directory.resolve("signatures.md"), text);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve("signatures.json").toFile(), Map.of("machine", facts, "rounds", spent));
        System.out.println(text);
    }

    private static Spent median(List<Spent> all) {
        return new Spent(
                Ranks.median(all.stream().mapToDouble(Spent::server).toArray()),
                Ranks.median(all.stream().mapToDouble(Spent::database).toArray()),
                Ranks.median(all.stream().mapToDouble(Spent::wall).toArray()));
    }

    /** An algorithm with a key of its own, registered for the application that asks. */
    private record Signer(String label, java.security.KeyPair pair, String signature) {
        static List<Signer> all() {
            return List.of(
                    of("rsa-v1_5-sha256", "RSA", 3072, "SHA256withRSA"),
                    of("ecdsa-p256-sha256", "EC", 256, "SHA256withECDSAinP1363Format"),
                    of("ed25519", "Ed25519", 255, "Ed25519"));
        }

        private static Signer of(String label, String family, int bits, String signature) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
                generator.initialize(bits);
                return new Signer(label, generator.generateKeyPair(), signature);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String register(PlatformProcess platform, Application application) {
            String key = KeyFormat.newAccessKey(Environment.TEST);
            PublicKey half = pair.getPublic();
            platform.database()
                    .update(
                            """
                            insert into access_key (id, access_key, application_id, environment, algorithm, public_key, hint, created_at, not_before)
                            select ?, ?, application_id, environment, ?, ?, ?, now(), now() from access_key where access_key = ?
                            """,
                            UUID.randomUUID(),
                            key,
                            label,
                            half.getEncoded(),
                            key.substring(key.length() - 4),
                            application.credentials().accessKey());
            return key;
        }

        HttpRequest sign(Application application, String key) {
            return application
                    .call("GET", PATH)
                    .withAccessKey(key)
                    .signedBy(label, this::sign)
                    .request();
        }

        private byte[] sign(byte[] base) {
            try {
                Signature signer = Signature.getInstance(signature);
                signer.initSign(pair.getPrivate());
                signer.update(base);
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

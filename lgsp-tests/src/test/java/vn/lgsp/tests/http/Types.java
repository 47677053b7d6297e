package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.tests.platform.PlatformProcess;

/** Data types of a test, drafted by the operator of the demonstration and published by its approver. */
public final class Types {
    private final Person operator;
    private final Person approver;

    public Types(PlatformProcess platform) {
        this.operator = Person.named(platform, "vanhanh");
        this.approver = Person.named(platform, "pheduyet");
    }

    /** A code that nothing else has. */
    public static String code() {
        return "thu-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A type with version 1 as a draft; members of its rules beside {@code maxBytes}. */
    public String drafted(Map<String, ?> rules) {
        String code = code();
        operator.post("/api/v1/data-types", request(code, rules)).expect(201);
        return code;
    }

    public static Map<String, Object> request(String code, Map<String, ?> rules) {
        Map<String, Object> all = new HashMap<>();
        all.put("maxBytes", 10_000_000);
        all.putAll(rules);
        return Map.of("code", code, "nameVi", "Loại thử", "nameEn", "Trial type", "protocol", "file", "rules", all);
    }

    /** Puts documents into the draft, by name. */
    public void documents(String code, int number, Map<String, String> documents) {
        documents.forEach((name, text) -> put(code, number, name, text).expect(200));
    }

    public Answer put(String code, int number, String name, String text) {
        String version = version(code, number);
        String tag = operator.get(version).expect(200).header("ETag");
        return operator.sendBytes(
                "PUT",
                version + "/documents/" + name,
                "application/octet-stream",
                text.getBytes(UTF_8),
                Map.of("If-Match", tag));
    }

    /** Begins the next version. */
    public void next(String code) {
        operator.send("POST", "/api/v1/data-types/" + code + "/versions", null, null)
                .expect(201);
    }

    public Answer publish(String code, int number) {
        return approver.send("POST", version(code, number) + ":publish", null, null);
    }

    /** A published type with a schema. */
    public String published(Map<String, ?> rules, Map<String, String> documents) {
        String code = drafted(rules);
        documents(code, 1, documents);
        publish(code, 1).expect(200);
        return code;
    }

    /** A published list of these codes. */
    public String list(List<Map<String, ?>> entries) {
        String code = code();
        String made = operator.post(
                        "/api/v1/code-lists", Map.of("code", code, "nameVi", "Danh mục thử", "nameEn", "Trial list"))
                .expect(201)
                .header("ETag");
        String version = "/api/v1/code-lists/" + code + "/versions/1";
        operator.send("PUT", version + "/entries", Map.of("entries", entries), made)
                .expect(200);
        approver.send("POST", version + ":publish", null, null).expect(200);
        return code;
    }

    public static String version(String code, int number) {
        return "/api/v1/data-types/" + code + "/versions/" + number;
    }
}

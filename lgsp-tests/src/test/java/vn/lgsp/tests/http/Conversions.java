package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.tests.platform.PlatformProcess;

/** Transformations of a test, drafted by the operator of the demonstration and published by its approver. */
public final class Conversions {
    private final PlatformProcess platform;
    private final Person operator;
    private final Person approver;

    public Conversions(PlatformProcess platform) {
        this.platform = platform;
        this.operator = Person.named(platform, "vanhanh");
        this.approver = Person.named(platform, "pheduyet");
    }

    /** What is wanted of XML that becomes XML by a stylesheet. */
    public static Map<String, Object> request(String code, String from, String to, String stylesheet) {
        Map<String, Object> request = new HashMap<>();
        request.put("code", code);
        request.put("nameVi", "Chuyển đổi thử");
        request.put("nameEn", "Trial conversion");
        request.put("fromType", from);
        request.put("toType", to);
        request.put("mediaIn", List.of("application/xml"));
        request.put("mediaOut", "application/xml");
        request.put("kind", "xslt");
        request.put("program", stylesheet);
        return request;
    }

    /** A draft; returns its code. */
    public String drafted(Map<String, ?> request) {
        operator.post("/api/v1/transformations", request).expect(201);
        return (String) request.get("code");
    }

    public Answer sample(String code, int number, String name, String mediaType, String content) {
        String tag = operator.get(version(code, number)).expect(200).header("ETag");
        return operator.sendBytes(
                "PUT",
                version(code, number) + "/samples/" + name,
                mediaType,
                content.getBytes(UTF_8),
                Map.of("If-Match", tag));
    }

    public Answer attempt(String code, int number, String name, String mediaType, String content) {
        return operator.sendBytes(
                "POST", version(code, number) + ":try?name=" + name, mediaType, content.getBytes(UTF_8), Map.of());
    }

    public Answer publish(String code, int number) {
        return approver.send("POST", version(code, number) + ":publish", null, null);
    }

    /** A published stylesheet that was tried with a sample; returns its code. */
    public String published(String from, String to, String stylesheet, String sample) {
        return published(request(Types.code(), from, to, stylesheet), "mau.xml", "application/xml", sample);
    }

    /** As above, of any kind. */
    public String published(Map<String, ?> request, String name, String mediaType, String sample) {
        String code = drafted(request);
        sample(code, 1, name, mediaType, sample).expect(200);
        publish(code, 1).expect(200);
        return code;
    }

    /** Lets an application take the form that a transformation makes of a type. */
    public Answer take(Application taker, String dataType, String code) {
        return operator.send("PUT", forms(taker) + "/" + dataType, Map.of("transformation", code), null);
    }

    public String forms(Application taker) {
        return "/api/v1/applications/" + id(taker) + "/forms";
    }

    public UUID id(Application taker) {
        return (UUID) platform.database()
                .one(
                        "select application_id from access_key where access_key = ?",
                        taker.credentials().accessKey());
    }

    public Person operator() {
        return operator;
    }

    public Person approver() {
        return approver;
    }

    public static String version(String code, int number) {
        return "/api/v1/transformations/" + code + "/versions/" + number;
    }
}

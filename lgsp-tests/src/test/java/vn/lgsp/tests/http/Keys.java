package vn.lgsp.tests.http;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;

/** Applications of a test's own, made by people over the interface, and their keys. */
public final class Keys {
    private final PlatformProcess platform;
    private final Person operator;
    private final Person approver;
    private final Province province;

    /** What operators and approvers of a demonstration do. */
    public Keys(PlatformProcess platform) {
        this.platform = platform;
        this.operator = Person.named(platform, "vanhanh");
        this.approver = Person.named(platform, "pheduyet");
        this.province = new Province(platform);
    }

    public Person operator() {
        return operator;
    }

    /** An active test application of an agency that nobody else knows; returns its address in the interface. */
    public String application() {
        return application(province.agencyBelow(), "test");
    }

    /** An active application; returns its address in the interface. */
    public String application(String agency, String environment) {
        String name = "khoa-" + UUID.randomUUID().toString().substring(0, 13);
        Answer made = operator.post(
                        "/api/v1/applications",
                        Map.of("agency", agency, "code", name, "environment", environment, "name", name))
                .expect(201);
        String path = URI.create(made.header("Location")).getRawPath();
        approver.send("POST", path + ":approve", null, null).expect(200);
        operator.send("POST", path + ":activate", null, null).expect(200);
        return path;
    }

    /** Issues what is asked for. */
    public Answer issue(String application, Map<String, ?> order) {
        return operator.post(application + "/keys", order).expect(201);
    }

    /** The address of what was issued. */
    public static String path(String application, Answer issued) {
        return application + "/keys/" + issued.get("id").asText();
    }

    /** An application that signs with what was issued, at the platform. */
    public Application holder(Answer issued) {
        return holder(issued, platform);
    }

    /** An application that signs with what was issued, at another node. */
    public static Application holder(Answer issued, PlatformProcess node) {
        return new Application(
                node.base(),
                new Credentials(
                        "?",
                        issued.get("accessKey").asText(),
                        issued.json().path("secret").asText("")));
    }
}

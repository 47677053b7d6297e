package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request signed with AWS Signature V4 under the vendor name {@code lgsp}, step by step as the documentation has it, to be spoilt afterwards
 * in ways that curl would not. Path and query are taken as written: write them as they are to be signed.
 */
public final class AwsCall {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Application application;
    private final String method;
    private final String target;
    private final Map<String, String> signed = new TreeMap<>();
    private final Map<String, String> afterwards = new TreeMap<>();
    private byte[] body = new byte[0];
    private byte[] sent;
    private Instant at = Instant.now();
    private String accessKey;
    private String secret;
    private String scope = "haiduong/exchange";
    private String scopeSent;

    public AwsCall(Application application, String method, String target) {
        this.application = application;
        this.method = method;
        this.target = target;
        this.accessKey = application.credentials().accessKey();
        this.secret = application.credentials().secret();
        signed.put("host", application.base().getAuthority());
    }

    /** A header that is signed. */
    public AwsCall header(String name, String value) {
        signed.put(name, value);
        return this;
    }

    /** A header that is not signed, or has another value than was signed. */
    public AwsCall headerAfterSigning(String name, String value) {
        afterwards.put(name, value);
        return this;
    }

    /** A header that is not signed although it should. */
    public AwsCall leavingOut(String name) {
        if (signed.containsKey(name) && !name.equals("host")) {
            afterwards.put(name, signed.get(name));
        }
        signed.remove(name);
        return this;
    }

    public AwsCall json(String text) {
        body = text.getBytes(UTF_8);
        return header("content-type", "application/json");
    }

    public AwsCall bodyAfterSigning(String text) {
        sent = text.getBytes(UTF_8);
        return this;
    }

    public AwsCall at(Instant time) {
        at = time;
        return this;
    }

    public AwsCall withAccessKey(String other) {
        accessKey = other;
        return this;
    }

    public AwsCall withSecret(String other) {
        secret = other;
        return this;
    }

    /** Says another region and service than those for which it is signed. */
    public AwsCall scopeAfterSigning(String regionAndService) {
        scopeSent = regionAndService;
        return this;
    }

    /** The request; sent twice it is a replay. */
    public HttpRequest request() {
        String time = TIME.format(at);
        signed.put("x-lgsp-date", time);
        String names = String.join(";", signed.keySet());
        String headers = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        int mark = target.indexOf('?');
        String canonical = String.join(
                "\n",
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                names,
                hex(body));
        String day = time.substring(0, 8);
        String toSign = "LGSP4-HMAC-SHA256\n" + time + "\n" + day + "/" + scope + "/lgsp4_request\n"
                + hex(canonical.getBytes(UTF_8));
        byte[] key = ("LGSP4" + secret).getBytes(UTF_8);
        for (String part : (day + "/" + scope + "/lgsp4_request").split("/")) {
            key = mac(key, part);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.base() + target))
                .method(
                        method,
                        body.length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(sent == null ? body : sent));
        signed.forEach((name, value) -> {
            if (!name.equals("host")) {
                request.setHeader(name, value);
            }
        });
        afterwards.forEach(request::setHeader);
        request.setHeader(
                "Authorization",
                "LGSP4-HMAC-SHA256 Credential=" + accessKey + "/" + day + "/" + (scopeSent == null ? scope : scopeSent)
                        + "/lgsp4_request, SignedHeaders=" + names + ", Signature="
                        + HexFormat.of().formatHex(mac(key, toSign)));
        return request.build();
    }

    /** Signs, sends, and holds the answer against the contract. */
    public Answer send() {
        return send(request());
    }

    /** Sends a request that was made by {@link #request()}. */
    public Answer send(HttpRequest request) {
        return application.call(method, target).unsigned().send(request);
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.lgsp.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.client.model.Admission;
import vn.lgsp.client.model.ReceivedRequest;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.transport.AnswerVerifier;
import vn.lgsp.client.transport.Call;
import vn.lgsp.client.transport.JsonRecords;
import vn.lgsp.client.transport.Transport;

/**
 * The destination's side of being called (giao thức truy xuất, Điều 10): hands the ticket and the signed request on to the platform (step 4,
 * answered by step 5) and verifies the answer before anything is served (step 6). Safe for threads.
 *
 * <pre>{@code
 * Admission admission = client.gate().check(request);
 * if (!admission.allows("lookup")) {
 *     answer(admission.status(), Map.of("WWW-Authenticate", admission.challenge()));
 * }
 * }</pre>
 */
public final class AccessGate {

    private static final String BEARER = "bearer ";
    private static final String SIGNED_ANSWER = "application/token-introspection+jwt";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Pattern COVERED = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern COMPONENT = Pattern.compile("\"([a-z0-9-]{1,64})\"");

    /** Covered headers that are handed on as parameters of their own. */
    private static final Set<String> PARAMETERS =
            Set.of("authorization", "signature", "signature-input", "content-digest", "content-length");

    private final Transport transport;
    private final String accessKey;
    private final AnswerVerifier verifier;

    AccessGate(Transport transport, RequestSigner signer) {
        this.transport = transport;
        this.accessKey = signer.accessKey();
        this.verifier = new AnswerVerifier(transport, signer);
    }

    /**
     * Steps 4 and 6 (Điều 10.4, 10.6): whether a request is to be served. A body must be the one that the source signed.
     *
     * @param request as it was received
     * @return {@link Admission#REFUSED} when there is no ticket, when the platform does not vouch for it, and when the answer of the platform does
     *     not hold; nothing may be served then
     * @throws LgspException when the platform cannot be asked; nothing may be served then either
     */
    public Admission check(ReceivedRequest request) {
        Optional<String> ticket = ticket(request);
        if (ticket.isEmpty() || !hasSignedBody(request)) {
            return Admission.REFUSED;
        }
        Map<String, String> form = form(ticket.get(), request);
        String answer;
        try {
            answer = ask(form);
        } catch (RefusedException refusal) {
            if (refusal.code().equals("request-proof-missing")) {
                return Admission.REFUSED;
            }
            throw refusal;
        }
        return verifier.verify(answer)
                .filter(claims -> accessKey.equals(claims.getString("aud", null)))
                .filter(claims -> form.get("nonce").equals(claims.getString("nonce", null)))
                .flatMap(claims -> Optional.ofNullable(claims.getJsonObject("token_introspection")))
                .filter(found -> found.getBoolean("active", false))
                .filter(found -> hash(form).equals(found.getString("request_hash", null)))
                .filter(found -> found.getBoolean("request_verified", false) == form.containsKey("signature"))
                .map(AccessGate::admission)
                .orElse(Admission.REFUSED);
    }

    private String ask(Map<String, String> form) {
        return transport.perform(
                Call.post("/oauth2/introspect")
                        .form(form)
                        .header("Accept", SIGNED_ANSWER)
                        .alwaysSigned()
                        .once(),
                AccessGate::text);
    }

    private static Admission admission(JsonObject found) {
        return new Admission(
                true,
                found.getString("sub"),
                found.getString("agency"),
                found.getString("client_id"),
                Set.of(found.getString("scope").split(" ")),
                found.getBoolean("request_verified", false));
    }

    private static Optional<String> ticket(ReceivedRequest request) {
        return request.header("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(value -> !value.isEmpty());
    }

    /** What a signed request carries must be what the signature covers; an unsigned one has no digest to be wrong. */
    private static boolean hasSignedBody(ReceivedRequest request) {
        Optional<String> declared = request.header("content-digest");
        if (declared.isEmpty()) {
            return request.body().length == 0 || request.header("signature").isEmpty();
        }
        return ContentDigest.sha256In(declared.get())
                .filter(ContentDigest.of(request.body())::equals)
                .isPresent();
    }

    private static Map<String, String> form(String ticket, ReceivedRequest request) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", ticket);
        form.put("nonce", nonce());
        Optional<String> input = request.header("signature-input");
        Optional<String> signature = request.header("signature");
        if (input.isPresent() && signature.isPresent()) {
            form.put("htm", request.method());
            form.put("htu", request.target().toString());
            form.put("signature_input", input.get());
            form.put("signature", signature.get());
            request.header("content-digest").ifPresent(digest -> form.put("content_digest", digest));
            form.put("covered", covered(input.get(), request));
        }
        return form;
    }

    /** An answer must be to this question: one that was recorded would fit a copy of the same request. */
    private static String nonce() {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    private static String covered(String input, ReceivedRequest request) {
        JsonObjectBuilder covered = JsonRecords.json().createObjectBuilder();
        Matcher list = COVERED.matcher(input);
        while (list.find()) {
            Matcher component = COMPONENT.matcher(list.group(1));
            while (component.find()) {
                String name = component.group(1);
                if (!PARAMETERS.contains(name)) {
                    request.header(name).ifPresent(value -> covered.add(name, value));
                }
            }
        }
        return covered.build().toString();
    }

    /** What the answer must be bound to. */
    private static String hash(Map<String, String> form) {
        String text = form.containsKey("signature")
                ? String.join(
                        "\n",
                        form.get("token"),
                        form.get("htm"),
                        form.get("htu"),
                        form.getOrDefault("content_digest", ""),
                        form.get("signature_input"),
                        form.get("signature"))
                : form.get("token");
        MessageDigest sha256 = ContentDigest.sha256();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII);
        }
    }
}

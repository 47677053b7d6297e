package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.RequestProof;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.LgspException;

/**
 * Verifies the signature of a request that another application received (Điều 10.4). The header {@code Authorization} is made from the ticket
 * that is asked about, so a signature counts for this ticket and no other.
 */
@ApplicationScoped
public class RequestProofs {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VISIBLE = Pattern.compile("[ -~]*");
    private static final int LONGEST_TARGET = 2_000;
    private static final int LONGEST_HEADER = 4_096;
    private static final int MOST_HEADERS = 20;
    /** Headers that have parameters of their own, or that the platform makes. */
    private static final Set<String> OWN = Set.of(
            "authorization", "signature", "signature-input", "content-digest", "content-length", "transfer-encoding");

    @Inject
    private Verification verification;

    /**
     * Verifies.
     *
     * @param destination who hands the request on
     * @param ticket the ticket that it carried
     * @param address where the service is registered to be called; null for anywhere
     * @return who signed; empty when the signature does not hold, or is for another place
     */
    public Optional<Verified> verify(Caller destination, String ticket, RequestProof proof, String address) {
        var target = target(proof);
        if (target.isEmpty() || !isAt(address, target.get()) || !isReadable(proof)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    verification.verifyForwarded(request(destination, ticket, proof, target.get()), target.get()));
        } catch (LgspException refusal) {
            if (refusal.code().status() >= 500) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    /** What an answer is bound to: SHA-256 over the ticket and, where there is one, the proof, a line each. */
    public static String hash(String ticket, RequestProof proof) {
        var text = proof == null
                ? ticket
                : String.join(
                        "\n",
                        ticket,
                        proof.method(),
                        proof.target(),
                        proof.contentDigest() == null ? "" : proof.contentDigest(),
                        proof.signatureInput(),
                        proof.signature());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text.getBytes(UTF_8)));
    }

    private static SignedRequest request(Caller destination, String ticket, RequestProof proof, URI target) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        proof.covered().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        headers.put("authorization", List.of("Bearer " + ticket));
        headers.put("signature-input", List.of(proof.signatureInput()));
        headers.put("signature", List.of(proof.signature()));
        if (proof.contentDigest() != null) {
            headers.put("content-digest", List.of(proof.contentDigest()));
            // Whoever declares a digest sends a body: what is asked of requests with one is asked here too.
            headers.put("content-length", List.of("1"));
        }
        return new SignedRequest(
                proof.method(),
                target.getScheme(),
                "",
                target.getPort(),
                target.getRawPath() == null ? "" : target.getRawPath(),
                target.getRawQuery(),
                headers,
                null,
                destination.remoteAddress(),
                destination.requestId());
    }

    private static Optional<URI> target(RequestProof proof) {
        if (proof.target().length() > LONGEST_TARGET) {
            return Optional.empty();
        }
        try {
            var target = new URI(proof.target());
            var scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
            return Set.of("http", "https").contains(scheme)
                            && target.getHost() != null
                            && target.getRawUserInfo() == null
                            && target.getRawFragment() == null
                    ? Optional.of(target)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether the target lies at or below the registered address; {@code /a} is not below {@code /ab}, and {@code ..} leads nowhere. */
    private static boolean isAt(String address, URI target) {
        if (address == null) {
            return true;
        }
        var registered = URI.create(address);
        var base = path(registered).endsWith("/") ? path(registered) : path(registered) + "/";
        var path = path(target);
        return BaseUrl.of(registered.getScheme().toLowerCase(Locale.ROOT), registered.getHost(), registered.getPort())
                        .equals(BaseUrl.of(
                                target.getScheme().toLowerCase(Locale.ROOT), target.getHost(), target.getPort()))
                && (path + "/").startsWith(base)
                && !(path + "/").toLowerCase(Locale.ROOT).replace("%2e", ".").contains("/../");
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }

    private static boolean isReadable(RequestProof proof) {
        return METHOD.matcher(proof.method()).matches()
                && isLine(proof.signatureInput())
                && isLine(proof.signature())
                && (proof.contentDigest() == null || isLine(proof.contentDigest()))
                && proof.covered().size() <= MOST_HEADERS
                && proof.covered().entrySet().stream()
                        .allMatch(header -> FIELD.matcher(header.getKey()).matches()
                                && !OWN.contains(header.getKey().toLowerCase(Locale.ROOT))
                                && isLine(header.getValue()));
    }

    private static boolean isLine(String value) {
        return value.length() <= LONGEST_HEADER && VISIBLE.matcher(value).matches();
    }
}

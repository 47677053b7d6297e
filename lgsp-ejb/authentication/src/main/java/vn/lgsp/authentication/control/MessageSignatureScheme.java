package vn.lgsp.authentication.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * HTTP message signatures (RFC 9421) in the profile {@code lgsp-1}.
 *
 * <ul>
 *   <li>Exactly one signature has {@code tag="lgsp-1"}; its label is free.
 *   <li>{@code created}, {@code keyid}, {@code nonce} (8–128 characters) and {@code alg} are required; {@code expires} may end the
 *       signature earlier, never later than 300 s after {@code created}.
 *   <li>Covered are {@code "@method"} and the address, as {@code "@target-uri"} or as {@code "@authority" "@path" "@query"}; with a body
 *       {@code "content-digest"} and {@code "content-type"}; and whatever of {@link #COVERED_IF_PRESENT} the request has.
 * </ul>
 */
final class MessageSignatureScheme implements Scheme {
    static final String TAG = "lgsp-1";

    /** Covered where there are any; the last one binds a ticket to the request. */
    private static final List<String> COVERED_IF_PRESENT = Stream.concat(
                    RequestHeaders.MEANING.stream(), Stream.of("authorization"))
            .toList();

    private static final int LONGEST_LIFE = 300;
    static final int MAX_KEY = 60;
    private static final int MIN_NONCE = 8;
    private static final int MAX_NONCE = 128;
    private static final int MAX_ALGORITHM = 40;

    private final Supplier<Duration> window;

    /** @param window how far {@code created} may be from now, either way; asked for each request */
    MessageSignatureScheme(Supplier<Duration> window) {
        this.window = window;
    }

    @Override
    public boolean recognises(SignedRequest request) {
        return request.has("signature-input") || request.has("signature");
    }

    @Override
    public Claim read(SignedRequest request, List<BaseUrl> own) {
        RequestHeaders.requireSingleLines(request);
        var input = SignatureInput.tagged(request, TAG);
        var created = input.time("created");
        if (created == null) {
            throw Refusal.required("created");
        }
        var expires = input.time("expires");
        if (expires != null && (expires.isBefore(created) || expires.isAfter(created.plusSeconds(LONGEST_LIFE)))) {
            throw Refusal.form("expires");
        }
        var accessKey = input.text("keyid", 1, MAX_KEY);
        var nonce = input.text("nonce", MIN_NONCE, MAX_NONCE);
        var algorithm = input.text("alg", 1, MAX_ALGORITHM);
        requireCoverage(request, input.covered());
        return new Claim(
                SignatureScheme.MESSAGE_SIGNATURE,
                accessKey,
                algorithm,
                KeyDerivation.NONE,
                Framing.NONE,
                bases(input, request, own),
                input.covered(),
                created,
                expires,
                window.get(),
                nonce,
                request.has("content-digest") ? ContentDigests.read(request) : BodyDigest.none(),
                input.signature());
    }

    /**
     * The signature base for each address. A servlet container does not tell {@code /inbox?} from {@code /inbox}; both mean the same, so a
     * request without a query may be signed as either.
     */
    private static List<byte[]> bases(SignatureInput input, SignedRequest request, List<BaseUrl> own) {
        var queries = request.query() == null || request.query().isEmpty()
                ? Stream.of(Optional.<String>empty(), Optional.of(""))
                : Stream.of(Optional.of(request.query()));
        return queries.flatMap(query -> own.stream().map(url -> input.base(request, url, query.orElse(null))))
                .toList();
    }

    private static void requireCoverage(SignedRequest request, Set<String> covered) {
        require(covered, "@method");
        if (!covered.containsAll(Set.of("@authority", "@path", "@query"))) {
            require(covered, "@target-uri");
        }
        if (request.announcesBody()) {
            if (!request.has("content-digest")) {
                throw new LgspException(ErrorCode.DIGEST_MISSING);
            }
            require(covered, "content-type");
        }
        for (var name : COVERED_IF_PRESENT) {
            if (request.has(name)) {
                require(covered, name);
            }
        }
    }

    private static void require(Set<String> covered, String component) {
        if (!covered.contains(component)) {
            throw Refusal.uncovered(component);
        }
    }
}

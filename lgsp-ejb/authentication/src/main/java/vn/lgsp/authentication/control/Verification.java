package vn.lgsp.authentication.control;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lgsp.authentication.boundary.SignatureExplanation;
import vn.lgsp.authentication.boundary.SignatureExplanation.Outcome;
import vn.lgsp.authentication.boundary.SignatureExplanation.Slip;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.SignatureRefused;
import vn.lgsp.model.registry.Environment;

/**
 * The one verification core: scheme, time, key, signature, in this order. Whether a request is new and its application active comes after.
 *
 * <p>An unknown key and a wrong signature are one and the same to the outside: an unknown key is verified against one made up at start
 * ({@link Strangers}), and a refusal costs one look-up of the key in both cases, also where the key was at hand. A key is used with the
 * algorithm that it is registered for, whatever the request says.
 */
public final class Verification {
    private final List<Scheme> schemes;
    private final OwnUrls ownUrls;
    private final KeySource keys;
    private final KeyVault vault;
    private final Clock clock;
    private final AuthenticationLog log;
    private final Strangers strangers;

    Verification(
            List<Scheme> schemes, OwnUrls ownUrls, KeySource keys, KeyVault vault, Clock clock, AuthenticationLog log) {
        this.schemes = List.copyOf(schemes);
        this.ownUrls = ownUrls;
        this.keys = keys;
        this.vault = vault;
        this.clock = clock;
        this.log = log;
        this.strangers = new Strangers(vault, clock.instant());
    }

    /** The text that binds a key's secret to its row. */
    public static String context(UUID keyId) {
        return "secret:" + keyId;
    }

    /**
     * Verifies a request.
     *
     * @return the key that signed it and what it claims, now known to be true
     * @throws LgspException when the request is not signed, not well signed, or signed too long ago
     */
    public Verified verify(SignedRequest request) {
        return verify(request, () -> read(request, ownUrls.candidates(request)));
    }

    /**
     * Verifies the assertion that came in the form of a request (RFC 7523).
     *
     * @param assertion the JWT; may be anything
     * @throws LgspException {@code assertion-not-usable} when it cannot be read or is not for this platform; for the rest as {@link #verify}
     */
    public Verified verifyAssertion(SignedRequest request, String assertion) {
        return verify(request, () -> ClientAssertion.read(assertion, addresses(request), clock.instant()));
    }

    /**
     * Verifies a request that another application received at an address of its own and hands on to be judged (Điều 10.4).
     *
     * @param request as the source sent it, with the headers that the signature covers
     * @param address the absolute URI that the source called
     */
    public Verified verifyForwarded(SignedRequest request, URI address) {
        var own =
                List.of(BaseUrl.of(address.getScheme().toLowerCase(Locale.ROOT), address.getHost(), address.getPort()));
        return verify(request, () -> read(request, own));
    }

    /** The addresses under which this request may know the platform, the likeliest first; empty where it may know none. */
    public List<String> addresses(SignedRequest request) {
        return ownUrls.candidates(request).stream().map(BaseUrl::toString).toList();
    }

    private Verified verify(SignedRequest request, Supplier<Claim> reading) {
        var now = clock.instant();
        var claim = requireClaim(request, now, reading);
        var key = requireSignature(request, claim);
        if (!key.usable(now)) {
            log.refused(request, claim, key, "key-not-usable");
            throw new LgspException(ErrorCode.KEY_NOT_USABLE);
        }
        return new Verified(key, claim);
    }

    /**
     * Explains a request that was pasted, with everything that {@link #verify} would look at and without letting anybody in.
     *
     * @param mayTry whether the person may try this key
     */
    public SignatureExplanation explain(PastedRequest pasted, Predicate<StoredKey> mayTry) {
        var found = explainAsPasted(pasted, mayTry);
        if (found.outcome() != Outcome.WRONG || pasted.body().length == 0) {
            return found;
        }
        var longer = explainAsPasted(pasted.withLineBreak(), mayTry);
        return longer.outcome() == Outcome.WRONG ? found : longer;
    }

    private SignatureExplanation explainAsPasted(PastedRequest pasted, Predicate<StoredKey> mayTry) {
        var request = pasted.request();
        Claim claim;
        try {
            claim = read(request, ownUrls.candidates(request));
        } catch (LgspException e) {
            return new SignatureExplanation(e, null, null, null, null, null, null, null, Outcome.NOT_READ, List.of());
        }
        var slips = new ArrayList<Slip>();
        var outcome = keys.read(claim.accessKey())
                .filter(mayTry)
                .map(key -> outcome(request, claim, key, slips))
                .orElse(Outcome.KEY_OUT_OF_REACH);
        var off = claim.created() == null
                ? null
                : claim.created().getEpochSecond() - clock.instant().getEpochSecond();
        return new SignatureExplanation(
                null,
                claim.scheme(),
                claim.accessKey(),
                claim.algorithm(),
                SigningText.of(claim),
                off,
                off == null ? null : claim.window().toSeconds(),
                bodyFits(claim, pasted),
                outcome,
                List.copyOf(slips));
    }

    private Outcome outcome(SignedRequest request, Claim claim, StoredKey key, List<Slip> slips) {
        var claimed = claim.knownAlgorithm();
        if (claimed.isEmpty() || !algorithm(key).admits(claimed.get())) {
            return Outcome.OTHER_ALGORITHM;
        }
        if (isSigned(key, claimed.get(), claim)) {
            return Outcome.RIGHT;
        }
        if (key.publicKey() != null) {
            return Outcome.WRONG;
        }
        var secret = vault.unwrap(key.wrappedSecret(), context(key.id()));
        try {
            var found = new Slips(request, claimed.get(), claim).find(secret);
            found.ifPresent(slips::addAll);
            return found.isPresent() ? Outcome.EXPLAINED : Outcome.WRONG;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static Boolean bodyFits(Claim claim, PastedRequest pasted) {
        if (claim.body().isOpen() || !claim.body().isBound()) {
            return null;
        }
        return Stream.of(pasted, pasted.withLineBreak())
                .anyMatch(request -> claim.body().fits(request.body()));
    }

    /** Whether nobody could listen to the request on its way. */
    public boolean confidential(SignedRequest request) {
        return ownUrls.isConfidential(request);
    }

    private Claim requireClaim(SignedRequest request, Instant now, Supplier<Claim> reading) {
        try {
            var claim = reading.get();
            if (claim.scheme() == SignatureScheme.ACCESS_TOKEN_HEADER && !confidential(request)) {
                throw new LgspException(ErrorCode.CHANNEL_NOT_CONFIDENTIAL);
            }
            requireInTime(claim, now);
            return claim;
        } catch (LgspException e) {
            log.refused(request, null, null, e.code().code());
            throw e;
        }
    }

    /** Whether the request is signed in any way, well or badly. */
    public boolean signed(SignedRequest request) {
        return schemes.stream().anyMatch(scheme -> scheme.recognises(request));
    }

    /** Reads the one signature; whoever shows two is not asked which one is meant (threat 5). */
    private Claim read(SignedRequest request, List<BaseUrl> own) {
        RequestHeaders.requireSingleLine(request, "authorization");
        var marked =
                schemes.stream().filter(scheme -> scheme.recognises(request)).toList();
        if (marked.isEmpty()) {
            throw new LgspException(ErrorCode.SIGNATURE_MISSING);
        }
        if (marked.size() > 1) {
            throw new LgspException(ErrorCode.SIGNATURE_AMBIGUOUS);
        }
        return marked.get(0).read(request, own);
    }

    /** Times are compared in whole seconds, as they are sent; the ends of the window belong to it. */
    private static void requireInTime(Claim claim, Instant now) {
        if (claim.created() == null) {
            return;
        }
        var off = Math.abs(now.getEpochSecond() - claim.created().getEpochSecond());
        if (off > claim.window().toSeconds()) {
            throw new LgspException(
                    ErrorCode.SIGNATURE_OUTSIDE_WINDOW, off, claim.window().toSeconds());
        }
        if (claim.expires() != null && now.getEpochSecond() > claim.expires().getEpochSecond()) {
            var life = Duration.between(claim.created(), claim.expires()).toSeconds();
            throw new LgspException(ErrorCode.SIGNATURE_OUTSIDE_WINDOW, off, life);
        }
    }

    private StoredKey requireSignature(SignedRequest request, Claim claim) {
        var remembered = keys.remembered(claim.accessKey());
        var known = remembered.or(() -> keys.read(claim.accessKey()));
        var claimed = claim.knownAlgorithm();
        var key = known.filter(found -> claimed.isPresent() && algorithm(found).admits(claimed.get()));
        var tried = claimed.orElse(Algorithm.HMAC_SHA256);
        if (isSigned(key.orElseGet(() -> strangers.of(tried)), tried, claim) && key.isPresent()) {
            if (remembered.isEmpty()) {
                keys.remember(key.get());
            }
            return key.get();
        }
        // The look-up that a stranger's key would have cost; its answer changes nothing.
        remembered
                .flatMap(found -> keys.read(found.accessKey()))
                .map(StoredKey::publicKey)
                .ifPresent(PublicHalf::prepare);
        var signingText = log.refused(
                request,
                claim,
                known.orElse(null),
                known.isEmpty() ? "key-unknown" : key.isEmpty() ? "algorithm-of-other-key" : "signature-wrong");
        // Whether it is told follows from the text of the key alone, so unknown keys are answered alike.
        throw new SignatureRefused(
                KeyFormat.ofAccessKey(claim.accessKey())
                                .filter(Environment.TEST::equals)
                                .isPresent()
                        ? signingText
                        : null);
    }

    private boolean isSigned(StoredKey key, Algorithm algorithm, Claim claim) {
        if (key.publicKey() != null) {
            return isSigned(claim, (text, signature) -> algorithm.verify(key.publicKey(), text, signature));
        }
        var secret = vault.unwrap(key.wrappedSecret(), strangers.context(key));
        var derived = claim.derivation().key(secret);
        try {
            return isSigned(claim, (text, signature) -> algorithm.verify(derived, text, signature));
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static boolean isSigned(Claim claim, BiPredicate<byte[], byte[]> check) {
        return claim.texts().stream()
                .anyMatch(text -> check.test(claim.framing().of(text), claim.signature()));
    }

    private static Algorithm algorithm(StoredKey key) {
        return Algorithm.labelled(key.algorithm())
                .orElseThrow(() -> new IllegalStateException("Key " + key.id() + " has no known algorithm."));
    }
}

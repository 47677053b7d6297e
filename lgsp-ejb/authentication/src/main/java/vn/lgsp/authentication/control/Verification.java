package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Environment;

/**
 * The one verification core: scheme, time, key, signature, in this order. Whether a request is new and its application active comes after.
 *
 * <p>An unknown key and a wrong signature are one and the same to the outside: an unknown key is verified against a secret made up at
 * start, and a refusal costs one look-up of the key in both cases, also where the key was at hand.
 */
public final class Verification {
    private static final String UNKNOWN_CONTEXT = "secret:unknown";

    private final List<Scheme> schemes;
    private final OwnUrls ownUrls;
    private final KeySource keys;
    private final KeyVault vault;
    private final Clock clock;
    private final AuthenticationLog log;
    private final StoredKey unknown;

    Verification(
            List<Scheme> schemes, OwnUrls ownUrls, KeySource keys, KeyVault vault, Clock clock, AuthenticationLog log) {
        this.schemes = List.copyOf(schemes);
        this.ownUrls = ownUrls;
        this.keys = keys;
        this.vault = vault;
        this.clock = clock;
        this.log = log;
        var nobody = KeyFormat.newAccessKey(Environment.TEST);
        var secret = KeyFormat.newSecret(Environment.TEST).getBytes(US_ASCII);
        this.unknown = new StoredKey(
                Ids.next(),
                nobody,
                new UUID(0, 0),
                Environment.TEST,
                Algorithm.HMAC_SHA256.label(),
                vault.wrap(secret, UNKNOWN_CONTEXT),
                "",
                clock.instant(),
                null,
                null);
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
        var now = clock.instant();
        var claim = requireClaim(request, now);
        var key = requireSignature(request, claim);
        if (!key.usable(now)) {
            log.refused(request, claim.accessKey(), "key-not-usable");
            throw new LgspException(ErrorCode.KEY_NOT_USABLE);
        }
        return new Verified(key, claim);
    }

    private Claim requireClaim(SignedRequest request, Instant now) {
        try {
            var claim = schemes.stream()
                    .filter(scheme -> scheme.recognises(request))
                    .findFirst()
                    .orElseThrow(() -> new LgspException(ErrorCode.SIGNATURE_MISSING))
                    .read(request, ownUrls.candidates(request));
            requireInTime(claim, now);
            return claim;
        } catch (LgspException e) {
            log.refused(request, "", e.code().code());
            throw e;
        }
    }

    /** Times are compared in whole seconds, as they are sent; the ends of the window belong to it. */
    private static void requireInTime(Claim claim, Instant now) {
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
        var key = remembered.or(() -> keys.read(claim.accessKey())).orElse(unknown);
        if (isSignedBy(key, claim) && key != unknown) {
            if (remembered.isEmpty()) {
                keys.remember(key);
            }
            return key;
        }
        // The look-up that a stranger's key would have cost; its answer changes nothing.
        remembered.ifPresent(known -> keys.read(known.accessKey()));
        log.refused(request, claim.accessKey(), key == unknown ? "key-unknown" : "signature-wrong");
        throw new LgspException(ErrorCode.SIGNATURE_INVALID);
    }

    /** Verifies with the algorithm that the key is registered for, whatever the request says, and then wants it to have said so. */
    private boolean isSignedBy(StoredKey key, Claim claim) {
        var algorithm = Algorithm.labelled(key.algorithm())
                .orElseThrow(() -> new IllegalStateException("Key " + key.id() + " has no known algorithm."));
        var secret = vault.unwrap(key.wrappedSecret(), key == unknown ? UNKNOWN_CONTEXT : context(key.id()));
        try {
            var signed = claim.signingInputs().stream()
                    .anyMatch(input -> algorithm.verify(secret, input, claim.signature()));
            return signed && algorithm.label().equals(claim.algorithm());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}

package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.authentication.control.AuthenticationLog;
import vn.lgsp.authentication.control.CertificateCheck;
import vn.lgsp.authentication.control.Claim;
import vn.lgsp.authentication.control.Holders;
import vn.lgsp.authentication.control.KeyDirectory;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.authentication.control.KeyUses;
import vn.lgsp.authentication.control.ReplayGuard;
import vn.lgsp.authentication.control.SessionTokens;
import vn.lgsp.authentication.control.StoredKey;
import vn.lgsp.authentication.control.Verification;
import vn.lgsp.authentication.control.Verified;
import vn.lgsp.authentication.control.Waivers;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ApplicationView;

/**
 * Finds out who sent a request (dịch vụ chứng thực, Điều 4.4, 8.1). Runs outside of a transaction: the use of a nonce stays whatever becomes
 * of the request.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Authentication {
    /** What the token of a session begins with. */
    public static final String SESSION_TOKEN_PREFIX = KeyFormat.SESSION_PREFIX;

    private static final String SESSION_ALGORITHM = "token";

    @Inject
    private Verification verification;

    @Inject
    private ReplayGuard nonces;

    @Inject
    private KeyDirectory keys;

    @Inject
    private Holders holders;

    @Inject
    private KeyUses uses;

    @Inject
    private Waivers waivers;

    @Inject
    private SessionTokens sessions;

    @Inject
    private CertificateCheck certificates;

    @Inject
    private AuthenticationLog log;

    /**
     * Authenticates a request: its signature is verified, then its nonce is used up, then its application must be active and may sign in this
     * way from this address. Nothing else may be done for the request before this returned.
     *
     * @param request the request as it came
     * @return the caller, and what the body must be
     * @throws LgspException {@code signature-missing}, {@code signature-malformed}, {@code signature-not-covering}, {@code digest-missing},
     *     {@code digest-malformed}, {@code signature-outside-window}, {@code signature-invalid} (wrong signature and unknown key alike),
     *     {@code key-not-usable}, {@code key-not-for-address}, {@code nonce-replayed}, {@code application-not-active},
     *     {@code certificate-required}, {@code certificate-not-usable}, {@code certificate-of-other}, {@code scheme-not-allowed},
     *     {@code body-not-covered}, {@code unavailable}; for a session's token {@code session-not-usable},
     *     {@code channel-not-confidential}
     */
    public Authenticated authenticate(SignedRequest request) {
        if (SessionTokens.shown(request) && !verification.signed(request)) {
            return bySession(request);
        }
        return admit(request, verification.verify(request));
    }

    /**
     * Authenticates a request by the signed assertion in its form instead of headers (RFC 7523, Điều 10.1). The assertion says who asks and
     * nothing of the request.
     *
     * @param assertion the JWT of the parameter {@code client_assertion}; may be anything
     * @return the caller; the body may be anything
     * @throws LgspException {@code assertion-not-usable}; for the rest as {@link #authenticate(SignedRequest)}
     */
    public Authenticated authenticate(SignedRequest request, String assertion) {
        return admit(request, verification.verifyAssertion(request, assertion));
    }

    private Authenticated admit(SignedRequest request, Verified verified) {
        var key = verified.key();
        requireNew(request, verified);
        var holder = requireActive(request, verified.claim(), key);
        requireAddress(request, verified.claim(), key);
        var certificate = certificates.require(request, verified.claim(), key);
        var sunset =
                requireAllowed(request, verified.claim(), key, verified.claim().needs());
        var session = sessionBeside(request, verified);
        uses.note(
                key.id(),
                verified.claim().scheme(),
                verified.claim().algorithm(),
                Instant.now(),
                request.remoteAddress());
        return new Authenticated(
                caller(holder, key, session, certificate, verified.claim().needs(), request),
                verified.claim().body(),
                verified.claim().needs(),
                sunset,
                verification.confidential(request));
    }

    /** A session's token was shown instead of a signature; what a signature would have covered is only as safe as the channel. */
    private Authenticated bySession(SignedRequest request) {
        if (!verification.confidential(request)) {
            log.refused(request, null, null, "channel-not-confidential");
            throw new LgspException(ErrorCode.CHANNEL_NOT_CONFIDENTIAL);
        }
        var now = Instant.now();
        var session = sessions.find(request, now).orElseThrow(() -> {
            log.refused(request, null, null, "session-not-usable");
            return new LgspException(ErrorCode.SESSION_NOT_USABLE);
        });
        var key = keys.usableKey(session.keyId(), now).orElseThrow(() -> {
            log.refused(request, null, null, "key-not-usable");
            return new LgspException(ErrorCode.KEY_NOT_USABLE);
        });
        var holder = requireActive(request, null, key);
        requireAddress(request, null, key);
        var certificate = certificates.require(request, null, key);
        var sunset = requireAllowed(request, null, key, session.waivers());
        uses.note(key.id(), SignatureScheme.SESSION_TOKEN, SESSION_ALGORITHM, now, request.remoteAddress());
        return new Authenticated(
                caller(holder, key, session.id(), certificate, session.waivers(), request),
                BodyDigest.declaredBy(request),
                session.waivers(),
                sunset,
                true);
    }

    /**
     * Older software shows the token that it got for its secret, and the secret again: both have to be right.
     *
     * @return the session's id; null when no token was shown
     */
    private UUID sessionBeside(SignedRequest request, Verified verified) {
        if (verified.claim().scheme() != SignatureScheme.ACCESS_TOKEN_HEADER || !request.has("authorization")) {
            return null;
        }
        return sessions.find(request, Instant.now())
                .filter(session -> session.keyId().equals(verified.key().id()))
                .orElseThrow(() -> {
                    log.refused(request, verified.claim(), verified.key(), "session-not-usable");
                    return new LgspException(ErrorCode.SESSION_NOT_USABLE);
                })
                .id();
    }

    private static Caller caller(
            ApplicationView holder,
            StoredKey key,
            UUID sessionId,
            Optional<UUID> certificateId,
            Set<WaiverKind> waivers,
            SignedRequest request) {
        return new Caller(
                holder.id(),
                holder.code(),
                holder.agencyId(),
                holder.agencyCode(),
                key.id(),
                key.hint(),
                key.scopes(),
                sessionId,
                certificateId.orElse(null),
                waivers,
                request.remoteAddress(),
                request.requestId());
    }

    /**
     * Whether a caller who was authenticated earlier would still be let in. Long-lived streams ask every few seconds and end when not.
     *
     * @param caller who was authenticated
     * @return false once the key was revoked, has ended or was restricted to less than the caller holds, the application or its agency is not
     *     active any more, the session whose token was shown has ended, a waiver that the way of signing needs is over, or the certificate
     *     of the connection was revoked or is missing now
     */
    public boolean stillStands(Caller caller) {
        var now = Instant.now();
        return keys.usableKey(caller.keyId(), now)
                        .filter(key -> key.scopes().containsAll(caller.scopes()))
                        .filter(key -> key.networks().allows(caller.remoteAddress()))
                        .isPresent()
                && holders.active(caller.applicationId()).isPresent()
                && (caller.sessionId() == null || sessions.open(caller.sessionId()))
                && caller.waivers().stream().allMatch(kind -> waivers.until(caller.applicationId(), kind, now)
                        .isPresent())
                && certificates.stillStands(caller, now);
    }

    private void requireNew(SignedRequest request, Verified verified) {
        if (!nonces.use(verified)) {
            log.refused(request, verified.claim(), verified.key(), "nonce-replayed");
            throw new LgspException(ErrorCode.NONCE_REPLAYED);
        }
    }

    private ApplicationView requireActive(SignedRequest request, Claim claim, StoredKey key) {
        var holder = holders.active(key.applicationId());
        if (holder.isEmpty()) {
            log.refused(request, claim, key, "application-not-active");
            throw new LgspException(ErrorCode.APPLICATION_NOT_ACTIVE);
        }
        if (holder.get().environment() != key.environment()) {
            log.refused(request, claim, key, "key-of-other-environment");
            throw new LgspException(ErrorCode.KEY_NOT_USABLE);
        }
        return holder.get();
    }

    private void requireAddress(SignedRequest request, Claim claim, StoredKey key) {
        if (!key.networks().allows(request.remoteAddress())) {
            log.refused(request, claim, key, "key-not-for-address");
            throw new LgspException(ErrorCode.KEY_NOT_FOR_ADDRESS);
        }
    }

    /** Requires the waivers that this way of signing needs; the first to end is the sunset. */
    private Optional<Instant> requireAllowed(SignedRequest request, Claim claim, StoredKey key, Set<WaiverKind> needs) {
        var now = Instant.now();
        return needs.stream()
                .map(kind -> waivers.until(key.applicationId(), kind, now)
                        .orElseThrow(() -> notAllowed(request, claim, key, kind)))
                .min(Comparator.naturalOrder());
    }

    private LgspException notAllowed(SignedRequest request, Claim claim, StoredKey key, WaiverKind kind) {
        var code = kind == WaiverKind.OPEN_BODY ? ErrorCode.BODY_NOT_COVERED : ErrorCode.SCHEME_NOT_ALLOWED;
        log.refused(request, claim, key, code.code());
        return kind == WaiverKind.OPEN_BODY ? new LgspException(code) : new LgspException(code, kind.code());
    }
}

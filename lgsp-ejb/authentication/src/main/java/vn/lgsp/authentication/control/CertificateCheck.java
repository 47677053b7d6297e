package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.crypto.certificate.CertificateRefused;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Whether the certificate of a connection goes with the application whose key signed (Điều 4.4, RFC 8705 in spirit). An application that is
 * set to need one is let in with nothing else; whoever shows another application's, or a revoked one, is not let in even where none is needed.
 * A certificate that nobody has registered counts as none.
 */
@ApplicationScoped
public class CertificateCheck {
    private ConnectionCertificate connection;

    @Inject
    private CertificateDirectory certificates;

    @Inject
    private AuthenticationLog log;

    /** For the container. */
    protected CertificateCheck() {}

    /** @param proxies setting {@code lgsp.certificate.proxies}: whose header Client-Cert is believed; followed while running */
    @Inject
    public CertificateCheck(
            @ConfigProperty(name = ConnectionCertificate.SETTING, defaultValue = "") Supplier<String> proxies) {
        connection = new ConnectionCertificate(proxies);
    }

    /**
     * Requires that the connection goes with the key.
     *
     * @param claim for the log; null when a session's token was shown
     * @return the certificate that is bound to the application; empty when none was shown
     * @throws LgspException {@code certificate-required}, {@code certificate-not-usable}, {@code certificate-of-other}, {@code unavailable}
     */
    public Optional<UUID> require(SignedRequest request, Claim claim, StoredKey key) {
        var found = shown(request, claim, key).flatMap(certificates::find);
        if (found.isEmpty()) {
            if (certificates.required(key.applicationId())) {
                throw refused(
                        request, claim, key, ErrorCode.CERTIFICATE_REQUIRED, ErrorCode.CERTIFICATE_REQUIRED.code());
            }
            return Optional.empty();
        }
        var certificate = found.get();
        if (!certificate.applicationId().equals(key.applicationId())) {
            throw refused(request, claim, key, ErrorCode.CERTIFICATE_OF_OTHER, ErrorCode.CERTIFICATE_OF_OTHER.code());
        }
        if (!certificate.usable(Instant.now())) {
            throw refused(
                    request, claim, key, ErrorCode.CERTIFICATE_NOT_USABLE, ErrorCode.CERTIFICATE_NOT_USABLE.code());
        }
        return Optional.of(certificate.id());
    }

    /** Whether somebody who was let in would still be, as far as certificates go. */
    public boolean stillStands(Caller caller, Instant now) {
        return caller.certificateId() == null
                ? !certificates.required(caller.applicationId())
                : certificates
                        .find(caller.certificateId())
                        .filter(certificate -> certificate.usable(now))
                        .isPresent();
    }

    private Optional<byte[]> shown(SignedRequest request, Claim claim, StoredKey key) {
        try {
            return connection.fingerprint(request);
        } catch (CertificateRefused e) {
            throw refused(request, claim, key, ErrorCode.CERTIFICATE_NOT_USABLE, "certificate-malformed");
        }
    }

    private LgspException refused(SignedRequest request, Claim claim, StoredKey key, ErrorCode code, String reason) {
        log.refused(request, claim, key, reason);
        return new LgspException(code);
    }
}

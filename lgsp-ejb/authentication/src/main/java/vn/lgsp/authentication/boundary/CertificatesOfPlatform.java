package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.lgsp.authentication.control.Authority;
import vn.lgsp.crypto.certificate.Pem;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** What the platform's certificate authority publishes; it may be known to everybody. */
@Stateless
public class CertificatesOfPlatform {
    @Inject
    private Authority authority;

    /**
     * The authority's certificate in DER.
     *
     * @throws LgspException {@code not-found} as long as no certificate was ever needed
     */
    public byte[] certificate() {
        return authority.certificate().orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * The list of revoked certificates (CRL) in DER: the one that was signed last, or a new one where something was revoked since or its
     * time is half over.
     *
     * @throws LgspException {@code not-found} as long as no certificate was ever needed
     */
    public byte[] revocationList() {
        return authority.revocationList(Instant.now()).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** {@link #certificate} as text (RFC 7468), throwing the same. */
    public String certificatePem() {
        return Pem.write(Pem.CERTIFICATE, certificate());
    }

    /** {@link #revocationList} as text (RFC 7468), throwing the same. */
    public String revocationListPem() {
        return Pem.write(Pem.REVOCATION_LIST, revocationList());
    }
}

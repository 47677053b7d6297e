package vn.lgsp.crypto.certificate;

import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Whom a client certificate names: what the platform knows, never what the request says.
 *
 * @param applicationId the application (ứng dụng)
 * @param applicationCode its code
 * @param agencyCode the identifier code of its agency (đơn vị)
 * @param environment {@code LIVE} or {@code TEST}
 */
public record ClientSubject(UUID applicationId, String applicationCode, String agencyCode, String environment) {
    private static final int MAX_COMMON_NAME = 64;

    X500Name name() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, agencyCode)
                .addRDN(BCStyle.OU, environment)
                .addRDN(
                        BCStyle.CN,
                        applicationCode.length() <= MAX_COMMON_NAME
                                ? applicationCode
                                : applicationCode.substring(0, MAX_COMMON_NAME))
                .build();
    }

    /** The application as a name that never changes (RFC 9562). */
    String urn() {
        return "urn:uuid:" + applicationId;
    }
}

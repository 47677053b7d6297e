package vn.lgsp.crypto.certificate;

/** Where strangers fetch what the authority publishes; certificates name these paths, so they never change. */
public final class AuthorityPlaces {
    /** The authority's certificate in DER. */
    public static final String CERTIFICATE = "/api/v1/certificate-authority/ca.crt";

    /** The list of revoked certificates in DER. */
    public static final String LIST = "/api/v1/certificate-authority/ca.crl";

    private AuthorityPlaces() {}
}

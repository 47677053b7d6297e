package vn.lgsp.model.authentication;

/** Why a certificate was revoked: the reasons of RFC 5280 section 5.3.1 that fit certificates of applications. */
public enum RevocationReason {
    UNSPECIFIED(0),
    /** Somebody else has, or may have, its private key. */
    KEY_COMPROMISE(1),
    /** The application moved to another agency, or is called otherwise. */
    AFFILIATION_CHANGED(3),
    /** Another certificate has taken its place. */
    SUPERSEDED(4),
    /** The application is not used any more. */
    CESSATION_OF_OPERATION(5),
    /** The application may not connect any more. */
    PRIVILEGE_WITHDRAWN(9);

    private final int number;

    RevocationReason(int number) {
        this.number = number;
    }

    /** CRLReason of RFC 5280. */
    public int number() {
        return number;
    }
}

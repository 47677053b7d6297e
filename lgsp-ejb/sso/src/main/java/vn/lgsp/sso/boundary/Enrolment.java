package vn.lgsp.sso.boundary;

/**
 * What an authenticator app needs to know. It can be asked for again until it is confirmed, and never after.
 *
 * @param secret in Base32, for typing
 * @param uri the same as an {@code otpauth:} address, for a QR code
 */
public record Enrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "Enrolment[]";
    }
}

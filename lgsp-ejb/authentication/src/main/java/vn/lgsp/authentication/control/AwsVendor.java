package vn.lgsp.authentication.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Under whose name AWS Signature V4 is made: the names differ, the procedure does not. */
enum AwsVendor {
    /** As AWS has it, and with it Postman and every AWS SDK. */
    AWS("AWS", "Amz"),

    /** {@code curl --aws-sigv4 lgsp:lgsp:region:service}. */
    LGSP("LGSP", "Lgsp");

    private final String upper;
    private final String headers;

    AwsVendor(String upper, String headers) {
        this.upper = upper;
        this.headers = headers;
    }

    /** What the header {@code Authorization} begins with. */
    String algorithm() {
        return upper + "4-HMAC-SHA256";
    }

    /** What the secret is prefixed with before anything is derived from it. */
    String secretPrefix() {
        return upper + "4";
    }

    /** The last part of the credential scope. */
    String terminator() {
        return upper.toLowerCase(Locale.ROOT) + "4_request";
    }

    /** A header of the vendor, as written in documents, e.g. {@code X-Amz-Date}. */
    String header(String name) {
        return "X-" + headers + "-" + name;
    }

    /** The vendor of a value of {@code Authorization}; empty when it is of another scheme. */
    static Optional<AwsVendor> of(String authorization) {
        return Arrays.stream(values())
                .filter(vendor -> authorization.regionMatches(
                        true, 0, vendor.algorithm(), 0, vendor.algorithm().length()))
                .findFirst();
    }
}

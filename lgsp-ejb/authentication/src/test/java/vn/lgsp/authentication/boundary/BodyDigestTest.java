package vn.lgsp.authentication.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

class BodyDigestTest {
    private static final byte[] BODY = "{\"title\":\"Công văn\"}".getBytes(UTF_8);
    private static final byte[] OTHER = "{\"title\":\"Công điện\"}".getBytes(UTF_8);
    private static final byte[] NOTHING = new byte[0];

    @Test
    void the_body_that_was_signed_is_good() {
        assertThatCode(() -> BodyDigest.of(sha("SHA-256", BODY), null).check(BODY))
                .doesNotThrowAnyException();
        assertThatCode(() -> BodyDigest.of(null, sha("SHA-512", BODY)).check(BODY))
                .doesNotThrowAnyException();
        assertThatCode(() -> BodyDigest.of(sha("SHA-256", NOTHING), null).check(NOTHING))
                .doesNotThrowAnyException();
    }

    @Test
    void any_other_body_is_refused() {
        refused(ErrorCode.BODY_DIGEST_MISMATCH, BodyDigest.of(sha("SHA-256", BODY), null), OTHER);
        refused(ErrorCode.BODY_DIGEST_MISMATCH, BodyDigest.of(sha("SHA-256", BODY), null), NOTHING);
        refused(ErrorCode.BODY_DIGEST_MISMATCH, BodyDigest.of(null, sha("SHA-512", BODY)), OTHER);
    }

    @Test
    void when_there_are_two_digests_both_must_agree() {
        refused(ErrorCode.BODY_DIGEST_MISMATCH, BodyDigest.of(sha("SHA-256", BODY), sha("SHA-512", OTHER)), BODY);
        refused(ErrorCode.BODY_DIGEST_MISMATCH, BodyDigest.of(sha("SHA-256", OTHER), sha("SHA-512", BODY)), BODY);
    }

    @Test
    void a_body_that_no_digest_covers_is_refused() {
        assertThatCode(() -> BodyDigest.none().check(NOTHING)).doesNotThrowAnyException();
        refused(ErrorCode.SIGNATURE_NOT_COVERING, BodyDigest.none(), BODY);
    }

    @Test
    void a_streamed_body_needs_sha_256() {
        assertThat(BodyDigest.of(sha("SHA-256", BODY), null).requireSha256().bytes())
                .isEqualTo(sha("SHA-256", BODY));
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> BodyDigest.of(null, sha("SHA-512", BODY)).requireSha256())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DIGEST_MISSING));
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> BodyDigest.none().requireSha256())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DIGEST_MISSING));
    }

    private static void refused(ErrorCode code, BodyDigest digest, byte[] body) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> digest.check(body))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static byte[] sha(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

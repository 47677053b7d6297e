package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.crypto.FileKeyVault;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Environment;

/** Who is let in, and what those who are not get to know. */
class VerificationTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.999Z");
    private static final String ADDRESS = "https://lgsp.example.vn/api/v1/inbox";

    @TempDir
    Path home;

    private final CountedKeys keys = new CountedKeys();
    private KeyVault vault;
    private Verification verification;
    private StoredKey key;
    private String secret;

    @BeforeEach
    void issueKey() throws IOException {
        FileKeyVault.create(home.resolve("master.key"));
        vault = FileKeyVault.open(home.resolve("master.key"));
        secret = KeyFormat.newSecret(Environment.TEST);
        key = stored("hmac-sha256");
        keys.stored.put(key.accessKey(), key);
        verification = verification(new OwnUrls(
                () -> List.of(BaseUrl.parse("https://lgsp.example.vn"), BaseUrl.parse("https://trong.lgsp.vn:8443"))));
    }

    @Test
    void a_good_signature_names_its_key() {
        assertThat(verification.verify(signed(ADDRESS, 0, secret)).key()).isSameAs(key);
    }

    @Test
    void an_unsigned_request_is_told_so() {
        refused(ErrorCode.SIGNATURE_MISSING, new TestRequest());
    }

    @Test
    void wrong_secret_and_unknown_key_are_told_the_same_at_the_same_cost() {
        var known = refused(
                ErrorCode.SIGNATURE_INVALID, request(ADDRESS, key.accessKey(), KeyFormat.newSecret(Environment.TEST)));
        var lookUpsOfKnown = keys.reads;
        keys.reads = 0;
        var unknown = refused(
                ErrorCode.SIGNATURE_INVALID, request(ADDRESS, KeyFormat.newAccessKey(Environment.TEST), secret));

        assertThat(unknown.arguments()).isEqualTo(known.arguments()).isEmpty();
        assertThat(unknown.fields()).isEqualTo(known.fields()).isEmpty();
        assertThat(unknown.getMessage()).isEqualTo(known.getMessage());
        assertThat(keys.reads).isEqualTo(lookUpsOfKnown).isEqualTo(1);
    }

    @Test
    void a_wrong_signature_costs_a_look_up_also_when_the_key_is_at_hand() {
        verification.verify(signed(ADDRESS, 0, secret));
        keys.reads = 0;

        refused(ErrorCode.SIGNATURE_INVALID, request(ADDRESS, key.accessKey(), KeyFormat.newSecret(Environment.TEST)));
        assertThat(keys.reads).isEqualTo(1);
    }

    @Test
    void a_good_signature_of_a_key_at_hand_costs_no_look_up() {
        verification.verify(signed(ADDRESS, 0, secret));
        keys.reads = 0;

        verification.verify(signed(ADDRESS, 0, secret));
        assertThat(keys.reads).isZero();
    }

    @Test
    void a_key_is_not_kept_at_hand_for_a_stranger() {
        refused(ErrorCode.SIGNATURE_INVALID, request(ADDRESS, key.accessKey(), KeyFormat.newSecret(Environment.TEST)));

        assertThat(keys.remembered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31})
    void one_wrong_bit_anywhere_in_the_signature_is_enough(int at) {
        var base = base(ADDRESS, key.accessKey(), 0, "hmac-sha256");
        var signature = TestRequest.hmac(secret.getBytes(US_ASCII), base);
        signature[at] ^= 1;

        refused(ErrorCode.SIGNATURE_INVALID, withSignature(base, signature));
    }

    @Test
    void a_signature_of_another_length_is_wrong() {
        var base = base(ADDRESS, key.accessKey(), 0, "hmac-sha256");
        var signature = TestRequest.hmac(secret.getBytes(US_ASCII), base);

        refused(ErrorCode.SIGNATURE_INVALID, withSignature(base, java.util.Arrays.copyOf(signature, 16)));
        refused(ErrorCode.SIGNATURE_INVALID, withSignature(base, new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "-301, false", "0, true", "300, true", "301, false", "-1000000, false", "1000000, false"})
    void the_time_of_signing_may_be_300_seconds_off_either_way(long off, boolean good) {
        var request = signed(ADDRESS, off, secret);

        if (good) {
            assertThat(verification.verify(request).key()).isSameAs(key);
        } else {
            assertThatExceptionOfType(LgspException.class)
                    .isThrownBy(() -> verification.verify(request))
                    .satisfies(e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_OUTSIDE_WINDOW);
                        assertThat(e.arguments()).containsExactly(Math.abs(off), 300L);
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"-60, 60, true", "-61, 60, false", "-200, 0, false", "-300, 300, true"})
    void expires_ends_a_signature_earlier(long off, long life, boolean good) {
        var created = NOW.getEpochSecond() + off;
        var base = base(ADDRESS, key.accessKey(), off, "hmac-sha256") + ";expires=" + (created + life);
        var request = withSignature(base, TestRequest.hmac(secret.getBytes(US_ASCII), base));

        if (good) {
            assertThat(verification.verify(request.build()).key()).isSameAs(key);
        } else {
            refused(ErrorCode.SIGNATURE_OUTSIDE_WINDOW, request);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-v1_5-sha256", "hmac-sha1", "none", "HMAC-SHA256", "ed25519"})
    void the_algorithm_is_that_of_the_key_whatever_the_request_says(String algorithm) {
        var base = base(ADDRESS, key.accessKey(), 0, algorithm);

        refused(ErrorCode.SIGNATURE_INVALID, withSignature(base, TestRequest.hmac(secret.getBytes(US_ASCII), base)));
    }

    @Test
    void a_signature_counts_for_every_address_of_the_platform() {
        var address = "https://trong.lgsp.vn:8443/api/v1/inbox";

        assertThat(verification.verify(signed(address, 0, secret)).key()).isSameAs(key);
    }

    @Test
    void an_address_with_a_lone_question_mark_is_the_same_address() {
        assertThat(verification.verify(signed(ADDRESS + "?", 0, secret)).key()).isSameAs(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/api/v1/inbox",
                "http://lgsp.example.vn/api/v1/inbox",
                "https://lgsp.example.vn:8443/api/v1/inbox",
                "https://lgsp.example.vn/api/v1/Inbox",
                "https://lgsp.example.vn/api/v1/inbox/",
                "https://lgsp.example.vn/api/v1/inbox?a",
                "https://lgsp.example.vn//api/v1/inbox",
                "http://localhost:8080/api/v1/inbox"
            })
    void a_signature_for_another_address_is_wrong_whatever_the_host_header_says(String address) {
        var base = base(address, key.accessKey(), 0, "hmac-sha256");
        var host = address.replaceAll("https?://([^/]*)/.*", "$1");
        var request = withSignature(base, TestRequest.hmac(secret.getBytes(US_ASCII), base))
                .without("Host")
                .header("Host", host)
                .header("X-Forwarded-Host", host)
                .header("Forwarded", "host=" + host);

        refused(ErrorCode.SIGNATURE_INVALID, request);
    }

    @Test
    void without_any_address_nothing_is_good() {
        verification = verification(new OwnUrls(List::of));

        refused(ErrorCode.SIGNATURE_INVALID, request(ADDRESS, key.accessKey(), secret));
    }

    @Test
    void a_revoked_key_is_told_so_only_to_who_holds_its_secret() {
        replace(key.notBefore(), null, NOW.minusSeconds(1));

        refused(ErrorCode.KEY_NOT_USABLE, request(ADDRESS, key.accessKey(), secret));
        refused(ErrorCode.SIGNATURE_INVALID, request(ADDRESS, key.accessKey(), KeyFormat.newSecret(Environment.TEST)));
    }

    @Test
    void a_key_is_good_from_its_first_instant_until_before_its_last() {
        replace(NOW, NOW.plusNanos(1), null);
        assertThat(verification.verify(signed(ADDRESS, 0, secret)).key().id()).isEqualTo(key.id());

        replace(NOW.plusNanos(1), null, null);
        refused(ErrorCode.KEY_NOT_USABLE, request(ADDRESS, key.accessKey(), secret));

        replace(NOW.minusSeconds(10), NOW, null);
        refused(ErrorCode.KEY_NOT_USABLE, request(ADDRESS, key.accessKey(), secret));
    }

    private void replace(Instant notBefore, Instant notAfter, Instant revokedAt) {
        keys.remembered.clear();
        keys.stored.put(key.accessKey(), changed(key, key.wrappedSecret(), notBefore, notAfter, revokedAt));
    }

    @Test
    void a_wrapped_secret_moved_from_another_key_does_not_open() {
        var other = stored("hmac-sha256");
        var forged = changed(other, key.wrappedSecret(), other.notBefore(), null, null);
        keys.stored.put(forged.accessKey(), forged);

        assertThatExceptionOfType(vn.lgsp.crypto.KeyVaultException.class)
                .isThrownBy(() -> verification.verify(
                        request(ADDRESS, forged.accessKey(), secret).build()));
    }

    private Verification verification(OwnUrls own) {
        return new Verification(
                List.of(new MessageSignatureScheme(() -> Duration.ofSeconds(300))),
                own,
                keys,
                vault,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new AuthenticationLog());
    }

    private StoredKey stored(String algorithm) {
        return CountedKeys.issued(vault, secret, algorithm, NOW);
    }

    private static StoredKey changed(
            StoredKey key, byte[] wrapped, Instant notBefore, Instant notAfter, Instant revokedAt) {
        return new StoredKey(
                key.id(),
                key.accessKey(),
                key.applicationId(),
                key.environment(),
                key.algorithm(),
                wrapped,
                null,
                key.hint(),
                notBefore,
                notAfter,
                revokedAt,
                key.networks(),
                key.scopes());
    }

    private vn.lgsp.authentication.boundary.SignedRequest signed(String address, long off, String withSecret) {
        var base = base(address, key.accessKey(), off, "hmac-sha256");
        return withSignature(base, TestRequest.hmac(withSecret.getBytes(US_ASCII), base))
                .build();
    }

    private TestRequest request(String address, String accessKey, String withSecret) {
        var base = base(address, accessKey, 0, "hmac-sha256");
        return withSignature(base, TestRequest.hmac(withSecret.getBytes(US_ASCII), base));
    }

    private static String base(String address, String accessKey, long off, String algorithm) {
        return """
                "@method": GET
                "@target-uri": %s
                "@signature-params": ("@method" "@target-uri");created=%d;keyid="%s";alg="%s";nonce="0123456789";tag="lgsp-1\""""
                .formatted(address, NOW.getEpochSecond() + off, accessKey, algorithm);
    }

    private static TestRequest withSignature(String base, byte[] signature) {
        var parameters = base.substring(base.indexOf("\"@signature-params\": ") + "\"@signature-params\": ".length());
        return new TestRequest().input("lgsp=" + parameters).signature("lgsp", signature);
    }

    private LgspException refused(ErrorCode code, TestRequest request) {
        var refusal = new LgspException[1];
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> verification.verify(request.build()))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(code);
                    refusal[0] = e;
                });
        return refusal[0];
    }
}

package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.authentication.control.PublicMaterial.Unreadable;
import vn.lgsp.authentication.control.PublicMaterial.Weakness;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

@DisplayName("Public keys that people hand in: what is taken, what is refused and why (Điều 10)")
class PublicKeyReaderTest {
    private static final Instant NOW = Instant.now();
    private static final KeyPair RSA = Papers.rsa(2048);
    private static final KeyPair P256 = Papers.elliptic("secp256r1");
    private static final KeyPair ED25519 = Papers.edwards("Ed25519");

    private static PublicMaterial read(String text) {
        return PublicKeyReader.read(text, NOW);
    }

    private static LgspException refused(String text) {
        var refusal = catchThrowableOfType(LgspException.class, () -> read(text));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }

    private static void assertWeak(String text, Weakness why) {
        var refusal = refused(text);
        assertThat(refusal.code()).isEqualTo(ErrorCode.PUBLIC_KEY_WEAK);
        assertThat(refusal.arguments()).containsExactly(why.ordinal());
    }

    private static void assertUnreadable(String text, Unreadable why) {
        var refusal = refused(text);
        assertThat(refusal.code()).isEqualTo(ErrorCode.PUBLIC_KEY_UNREADABLE);
        assertThat(refusal.arguments()).containsExactly(why.ordinal());
    }

    private static BigInteger modulus() {
        return ((RSAPublicKey) RSA.getPublic()).getModulus();
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String coordinate(BigInteger number) {
        var bytes = new byte[32];
        var all = number.toByteArray();
        var count = Math.min(32, all.length);
        System.arraycopy(all, all.length - count, bytes, 32 - count, count);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String jwk(ECPublicKey key) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                + coordinate(key.getW().getAffineX()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY()) + "\",\"use\":\"sig\",\"x5c\":[[\"d\"]]}";
    }

    private static byte[] point(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    static Stream<KeyPair> pairs() {
        return Stream.of(RSA, P256, ED25519);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @DisplayName("a public key in PEM and in bare base64 is the same key")
    void publicKeys(KeyPair pair) {
        assertThat(read(Papers.pem(pair.getPublic())).encoded())
                .isEqualTo(pair.getPublic().getEncoded());
        assertThat(read("  "
                                + Base64.getEncoder()
                                        .encodeToString(pair.getPublic().getEncoded()) + "\n")
                        .encoded())
                .isEqualTo(pair.getPublic().getEncoded());
        assertThat(read(Papers.pem(pair.getPublic())).notAfter()).isNull();
    }

    @Test
    @DisplayName("JWKs of the three kinds are read, members that are not needed passed over")
    void jwks() {
        var rsa = "{\"kty\":\"RSA\",\"n\":\"" + base64(modulus()) + "\",\"e\":\"AQAB\",\"alg\":\"PS512\"}";
        assertThat(read(rsa).encoded()).isEqualTo(RSA.getPublic().getEncoded());
        assertThat(read(jwk((ECPublicKey) P256.getPublic())).encoded())
                .isEqualTo(P256.getPublic().getEncoded());
        var okp = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(point(ED25519)) + "\"}";
        assertThat(read(okp).kind()).isEqualTo(Algorithm.Kind.ED25519);
        assertThat(read(okp).encoded()).isEqualTo(ED25519.getPublic().getEncoded());
    }

    @Test
    @DisplayName("a certificate is taken while it is valid, and the key ends with it")
    void certificates() {
        var end = Instant.parse("2099-01-01T00:00:00Z");
        var read = read(Papers.certificate(RSA, NOW.minusSeconds(60), end));
        assertThat(read.encoded()).isEqualTo(RSA.getPublic().getEncoded());
        assertThat(read.notAfter()).isEqualTo(end);
        assertUnreadable(
                Papers.certificate(RSA, NOW.minusSeconds(600), NOW.minusSeconds(60)), Unreadable.CERTIFICATE_NOT_VALID);
        assertUnreadable(
                Papers.certificate(RSA, NOW.plusSeconds(60), NOW.plusSeconds(600)), Unreadable.CERTIFICATE_NOT_VALID);
    }

    @Test
    @DisplayName("a PKCS#10 request is taken only when it is signed with the key that it is about")
    void requests() {
        assertThat(read(Papers.request(RSA.getPublic(), RSA.getPrivate(), "SHA256withRSA", "1.2.840.113549.1.1.11"))
                        .encoded())
                .isEqualTo(RSA.getPublic().getEncoded());
        assertThat(read(Papers.request(P256.getPublic(), P256.getPrivate(), "SHA256withECDSA", "1.2.840.10045.4.3.2"))
                        .kind())
                .isEqualTo(Algorithm.Kind.P256);
        assertThat(read(Papers.request(ED25519.getPublic(), ED25519.getPrivate(), "Ed25519", "1.3.101.112"))
                        .kind())
                .isEqualTo(Algorithm.Kind.ED25519);
        var other = Papers.rsa(2048);
        assertUnreadable(
                Papers.request(RSA.getPublic(), other.getPrivate(), "SHA256withRSA", "1.2.840.113549.1.1.11"),
                Unreadable.POSSESSION);
        assertUnreadable(
                Papers.request(RSA.getPublic(), RSA.getPrivate(), "SHA1withRSA", "1.2.840.113549.1.1.5"),
                Unreadable.POSSESSION);
        assertUnreadable(
                Papers.request(RSA.getPublic(), P256.getPrivate(), "SHA256withECDSA", "1.2.840.10045.4.3.2"),
                Unreadable.POSSESSION);
    }

    @Test
    @DisplayName("other curves and kinds of keys are refused")
    void otherKinds() throws Exception {
        assertWeak(Papers.pem(Papers.elliptic("secp384r1").getPublic()), Weakness.OTHER_CURVE);
        var koblitz = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256k1),
                new byte[65]);
        assertWeak(Papers.pem("PUBLIC KEY", koblitz.getEncoded("DER")), Weakness.OTHER_CURVE);
        assertWeak(Papers.pem(Papers.edwards("Ed448").getPublic()), Weakness.OTHER_KIND);
        assertWeak(Papers.pem(Papers.edwards("X25519").getPublic()), Weakness.OTHER_KIND);
        assertWeak("{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"AA\",\"y\":\"AA\"}", Weakness.OTHER_CURVE);
        assertWeak("{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AA\"}", Weakness.OTHER_CURVE);
    }

    @Test
    @DisplayName("points off the curve and in small groups are refused, compressed ones written out")
    void points() throws Exception {
        var off = P256.getPublic().getEncoded();
        off[off.length - 1] ^= 1;
        assertWeak(Papers.pem("PUBLIC KEY", off), Weakness.NO_POINT);
        var infinity = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
                new byte[1]);
        assertWeak(Papers.pem("PUBLIC KEY", infinity.getEncoded("DER")), Weakness.NO_POINT);
        var neutral = new byte[32];
        neutral[0] = 1;
        for (var bad : new byte[][] {neutral, new byte[32], new byte[31]}) {
            var key = new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112")), bad);
            assertWeak(Papers.pem("PUBLIC KEY", key.getEncoded("DER")), Weakness.NO_POINT);
        }
        var whole = P256.getPublic().getEncoded();
        var compressed = new byte[33];
        compressed[0] = (byte) (2 + (whole[whole.length - 1] & 1));
        System.arraycopy(whole, whole.length - 64, compressed, 1, 32);
        var short33 = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
                compressed);
        assertThat(read(Papers.pem("PUBLIC KEY", short33.getEncoded("DER"))).encoded())
                .isEqualTo(whole);
    }

    static Stream<String> privateKeys() throws Exception {
        var pkcs8 = RSA.getPrivate().getEncoded();
        var pkcs1 = PrivateKeyInfo.getInstance(pkcs8)
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded("DER");
        var sec1 = PrivateKeyInfo.getInstance(P256.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded("DER");
        var encrypted = new EncryptedPrivateKeyInfo(
                        new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.5.13")), new byte[64])
                .getEncoded("DER");
        var numbers = (RSAPrivateCrtKey) RSA.getPrivate();
        return Stream.of(
                Papers.pem("PRIVATE KEY", pkcs8),
                Papers.pem("RSA PRIVATE KEY", pkcs1),
                Papers.pem("EC PRIVATE KEY", sec1),
                Papers.pem("ENCRYPTED PRIVATE KEY", encrypted),
                Papers.pem("OPENSSH PRIVATE KEY", new byte[40]),
                "PuTTY-User-Key-File-3: ssh-ed25519\n",
                Papers.pem(RSA.getPublic()) + Papers.pem("PRIVATE KEY", pkcs8),
                Papers.pem("PUBLIC KEY", pkcs8),
                Papers.pem("PUBLIC KEY", pkcs1),
                Papers.pem("PUBLIC KEY", encrypted),
                Base64.getEncoder().encodeToString(pkcs8),
                Base64.getEncoder().encodeToString(sec1),
                "{\"kty\":\"RSA\",\"n\":\"" + base64(modulus()) + "\",\"e\":\"AQAB\",\"d\":\""
                        + base64(numbers.getPrivateExponent()) + "\"}",
                "{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ\"}",
                "{\"d\":\"AA\", broken");
    }

    @ParameterizedTest
    @MethodSource("privateKeys")
    @DisplayName("whoever pastes a private key is told to destroy it; the refusal repeats nothing of it")
    void privateKey(String text) {
        var refusal = refused(text);
        assertThat(refusal.code()).isEqualTo(ErrorCode.PRIVATE_KEY_SENT);
        assertThat(refusal.arguments()).isEmpty();
        assertThat(refusal.getMessage()).isEqualTo("private-key-sent");
        assertThat(refusal.getCause()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "xin chào",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN DH PARAMETERS-----\nMAA=\n-----END DH PARAMETERS-----",
                "{}",
                "{\"kty\":\"RSA\"}",
                "{\"kty\":\"RSA\",\"n\":\"***\",\"e\":\"AQAB\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"RSA\",\"kty\":\"RSA\"}",
                "{\"kty\":\"RSA\"} {}",
                "{\"kty\":7}",
                "[\"kty\"]",
                "{\"a\":"
            })
    @DisplayName("what is no public key is refused as such")
    void noKey(String text) {
        assertUnreadable(text, Unreadable.FORM);
    }

    @Test
    @DisplayName("nothing, too much, and two keys at once are refused")
    void bounds() {
        assertUnreadable(null, Unreadable.FORM);
        assertUnreadable("A".repeat(PublicKeyReader.LONGEST + 1), Unreadable.FORM);
        assertUnreadable(Papers.pem(RSA.getPublic()) + Papers.pem(P256.getPublic()), Unreadable.NOT_ONE);
        assertUnreadable("{\"a\":" + "[".repeat(8_000) + "]".repeat(8_000) + "}", Unreadable.FORM);
        var deep = new byte[12_000];
        for (var i = 0; i < deep.length; i += 4) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x82;
            deep[i + 2] = (byte) ((deep.length - i - 4) >> 8);
            deep[i + 3] = (byte) (deep.length - i - 4);
        }
        assertUnreadable(Base64.getEncoder().encodeToString(deep), Unreadable.FORM);
    }

    @Test
    @DisplayName("what is taken verifies signatures made with the private half")
    void usable() throws Exception {
        for (var pair : pairs().toList()) {
            var material = read(Papers.pem(pair.getPublic()));
            var algorithm = Arrays.stream(Algorithm.values())
                    .filter(one -> one.kind() == material.kind())
                    .findFirst()
                    .orElseThrow();
            var signature = java.security.Signature.getInstance(
                    switch (material.kind()) {
                        case RSA -> "SHA256withRSA";
                        case P256 -> "SHA256withECDSAinP1363Format";
                        default -> "Ed25519";
                    });
            signature.initSign(pair.getPrivate());
            signature.update(new byte[] {1, 2, 3});
            var signed = signature.sign();
            assertThat(algorithm.verify(
                            new PublicHalf(algorithm.kind(), material.encoded()), new byte[] {1, 2, 3}, signed))
                    .isTrue();
            assertThat(algorithm.verify(
                            new PublicHalf(algorithm.kind(), material.encoded()), new byte[] {1, 2, 4}, signed))
                    .isFalse();
        }
    }
}

package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import vn.lgsp.authentication.control.PublicMaterial.Unreadable;

/**
 * Reads the public keys that people hand in: one block of PEM (RFC 7468: public key, certificate, PKCS#10 request) or a JWK. A request has to
 * be signed with the key that it is for. Whoever pastes a private key is told so, in whatever form it comes; it is neither kept nor logged.
 */
public final class PublicKeyReader {
    /** The longest text, in characters: an RSA key of 8192 bits in a certificate with much around it. */
    public static final int LONGEST = 16_384;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]{1,16384})-----END ([A-Z0-9 ]{1,40})-----");
    private static final Pattern PRIVATE =
            Pattern.compile("PRIVATE KEY|PuTTY-User-Key-File|Private-Lines|ENCRYPTED KEY", Pattern.CASE_INSENSITIVE);

    /** What a request may be signed with; MD5 and SHA-1 are not among them. */
    private static final Map<String, String> REQUEST_SIGNATURES = Map.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            "SHA256withRSA",
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            "SHA384withRSA",
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId(),
            "SHA512withRSA",
            "1.2.840.10045.4.3.2",
            "SHA256withECDSA",
            "1.2.840.10045.4.3.3",
            "SHA384withECDSA",
            "1.2.840.10045.4.3.4",
            "SHA512withECDSA",
            "1.3.101.112",
            "Ed25519");

    private PublicKeyReader() {}

    /**
     * Reads a key and finds out whether it may be registered.
     *
     * @param text may be null and may be anything
     * @throws vn.lgsp.model.error.LgspException {@code private-key-sent}; {@code public-key-unreadable}; {@code public-key-weak}
     */
    public static PublicMaterial read(String text, Instant now) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
        if (PRIVATE.matcher(text).find()) {
            throw PublicMaterial.privateKey();
        }
        var clean = text.strip();
        if (clean.startsWith("{")) {
            return PublicKeyStrength.require(JwkReader.read(clean), null);
        }
        return clean.contains("-----BEGIN ") ? pem(clean, now) : bare(clean);
    }

    private static PublicMaterial pem(String text, Instant now) {
        var block = BLOCK.matcher(text);
        if (!block.find() || !block.group(1).equals(block.group(3))) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
        var der = decoded(block.group(2));
        var label = block.group(1);
        if (block.find()) {
            throw PublicMaterial.unreadable(Unreadable.NOT_ONE);
        }
        refusePrivate(der);
        return switch (label) {
            case "PUBLIC KEY" -> PublicKeyStrength.require(subjectKey(der), null);
            case "RSA PUBLIC KEY" -> PublicKeyStrength.require(rsaKey(der), null);
            case "CERTIFICATE" -> certificate(der, now);
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> request(der);
            default -> throw PublicMaterial.unreadable(Unreadable.FORM);
        };
    }

    /** Base64 without its frame: a public key is taken, a private one recognised. */
    private static PublicMaterial bare(String text) {
        var der = decoded(text);
        refusePrivate(der);
        return PublicKeyStrength.require(subjectKey(der), null);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder()
                    .decode(base64.replaceAll("[\\s\\p{Cntrl}]", "").getBytes(UTF_8));
        } catch (IllegalArgumentException e) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
    }

    /**
     * PKCS#1, PKCS#8 and SEC 1 begin with a version and go on with three or more members, encrypted PKCS#8 has an OCTET STRING where a public
     * key has a BIT STRING.
     */
    private static void refusePrivate(byte[] der) {
        var sequence = sequence(der);
        var versioned = sequence.size() > 2 && member(sequence, 0) instanceof ASN1Integer;
        var encrypted = sequence.size() == 2
                && member(sequence, 0) instanceof ASN1Sequence
                && member(sequence, 1) instanceof ASN1OctetString;
        var elliptic = sequence.size() > 1
                && member(sequence, 0) instanceof ASN1Integer
                && member(sequence, 1) instanceof ASN1OctetString;
        if (versioned || encrypted || elliptic) {
            throw PublicMaterial.privateKey();
        }
    }

    private static ASN1Encodable member(ASN1Sequence sequence, int index) {
        return sequence.getObjectAt(index).toASN1Primitive();
    }

    private static ASN1Sequence sequence(byte[] der) {
        try {
            return ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
        } catch (IOException | RuntimeException e) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
    }

    private static SubjectPublicKeyInfo subjectKey(byte[] der) {
        try {
            return SubjectPublicKeyInfo.getInstance(sequence(der));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
    }

    private static SubjectPublicKeyInfo rsaKey(byte[] der) {
        try {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    RSAPublicKey.getInstance(sequence(der)));
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
    }

    private static PublicMaterial certificate(byte[] der, Instant now) {
        try {
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            var notAfter = certificate.getNotAfter().toInstant();
            if (now.isBefore(certificate.getNotBefore().toInstant()) || !now.isBefore(notAfter)) {
                throw PublicMaterial.unreadable(Unreadable.CERTIFICATE_NOT_VALID);
            }
            return PublicKeyStrength.require(
                    subjectKey(certificate.getPublicKey().getEncoded()), notAfter);
        } catch (CertificateException e) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
    }

    private static PublicMaterial request(byte[] der) {
        CertificationRequest request;
        PublicMaterial material;
        byte[] signed;
        try {
            request = CertificationRequest.getInstance(sequence(der));
            signed = request.getCertificationRequestInfo().getEncoded("DER");
            material = PublicKeyStrength.require(
                    request.getCertificationRequestInfo().getSubjectPublicKeyInfo(), null);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
        if (!possesses(request, material, signed)) {
            throw PublicMaterial.unreadable(Unreadable.POSSESSION);
        }
        return material;
    }

    /** Whether whoever made the request has the private key: it is signed with it (RFC 2986 section 3). */
    private static boolean possesses(CertificationRequest request, PublicMaterial material, byte[] signed) {
        var name = REQUEST_SIGNATURES.get(
                request.getSignatureAlgorithm().getAlgorithm().getId());
        if (name == null) {
            return false;
        }
        try {
            var family =
                    switch (material.kind()) {
                        case RSA -> "RSA";
                        case P256 -> "EC";
                        case ED25519 -> "Ed25519";
                        case SECRET -> throw new IllegalArgumentException("no public key");
                    };
            var signature = Signature.getInstance(name);
            signature.initVerify(
                    KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(material.encoded())));
            signature.update(signed);
            return signature.verify(request.getSignature().getOctets());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

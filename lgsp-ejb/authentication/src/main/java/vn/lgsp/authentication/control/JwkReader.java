package vn.lgsp.authentication.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import vn.lgsp.authentication.control.PublicMaterial.Unreadable;
import vn.lgsp.authentication.control.PublicMaterial.Weakness;

/** Reads public keys as JSON (RFC 7517, RFC 7518 section 6, RFC 8037). Members that it does not need are passed over, nested ones unread. */
final class JwkReader {
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;

    private JwkReader() {}

    /**
     * Reads a key.
     *
     * @throws vn.lgsp.model.error.LgspException {@code private-key-sent}, {@code public-key-unreadable}, {@code public-key-weak}
     */
    static SubjectPublicKeyInfo read(String text) {
        var members = members(text);
        try {
            return switch (members.getOrDefault("kty", "")) {
                case "RSA" -> rsa(members);
                case "EC" -> p256(members);
                case "OKP" -> ed25519(members);
                default -> throw PublicMaterial.unreadable(Unreadable.FORM);
            };
        } catch (IOException | IllegalArgumentException e) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
    }

    private static SubjectPublicKeyInfo rsa(Map<String, String> members) throws IOException {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(new BigInteger(1, bytes(members, "n")), new BigInteger(1, bytes(members, "e"))));
    }

    private static SubjectPublicKeyInfo p256(Map<String, String> members) {
        if (!"P-256".equals(members.get("crv"))) {
            throw PublicMaterial.weak(Weakness.OTHER_CURVE);
        }
        var point = new byte[1 + 2 * COORDINATE];
        point[0] = UNCOMPRESSED;
        System.arraycopy(coordinate(members, "x"), 0, point, 1, COORDINATE);
        System.arraycopy(coordinate(members, "y"), 0, point, 1 + COORDINATE, COORDINATE);
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1), point);
    }

    private static SubjectPublicKeyInfo ed25519(Map<String, String> members) {
        if (!"Ed25519".equals(members.get("crv"))) {
            throw PublicMaterial.weak(Weakness.OTHER_CURVE);
        }
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(PublicKeyStrength.ED25519), coordinate(members, "x"));
    }

    /** RFC 7518 section 6.2.1.2: always as long as the field. */
    private static byte[] coordinate(Map<String, String> members, String name) {
        var bytes = bytes(members, name);
        if (bytes.length != COORDINATE) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
        return bytes;
    }

    private static byte[] bytes(Map<String, String> members, String name) {
        return Base64.getUrlDecoder().decode(members.getOrDefault(name, "="));
    }

    private static Map<String, String> members(String text) {
        var names = new HashSet<String>();
        var members = new HashMap<String, String>();
        try (var parser = Json.createParser(new StringReader(text))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw PublicMaterial.unreadable(Unreadable.FORM);
            }
            for (var event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
                var name = parser.getString();
                if (!names.add(name)) {
                    throw PublicMaterial.unreadable(Unreadable.FORM);
                }
                value(parser, name, members);
            }
            if (parser.hasNext()) {
                throw PublicMaterial.unreadable(Unreadable.FORM);
            }
        } catch (JsonException | NoSuchElementException e) {
            throw names.stream().anyMatch(PRIVATE::contains)
                    ? PublicMaterial.privateKey()
                    : PublicMaterial.unreadable(Unreadable.FORM);
        }
        if (names.stream().anyMatch(PRIVATE::contains)) {
            throw PublicMaterial.privateKey();
        }
        return members;
    }

    private static void value(JsonParser parser, String name, Map<String, String> members) throws JsonParsingException {
        switch (parser.next()) {
            case START_OBJECT -> parser.skipObject();
            case START_ARRAY -> parser.skipArray();
            case VALUE_STRING -> members.put(name, parser.getString());
            default -> {
                // Numbers and the like are no part of a key.
            }
        }
    }
}

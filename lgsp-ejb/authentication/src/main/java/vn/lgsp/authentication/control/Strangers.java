package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.Ids;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.model.registry.Environment;

/**
 * One key for each algorithm that nobody has, made up at start. What is signed with a key that does not exist, or that is of another
 * algorithm, is verified against these: a refusal takes the time of the algorithm that the stranger claimed, whatever keys there are.
 */
final class Strangers {
    private static final String CONTEXT = "secret:unknown";

    /** Made once: that these are public halves of keys which nobody kept is all that matters. */
    private static final Map<Algorithm.Kind, byte[]> PUBLIC_KEYS = publicKeys();

    private final Map<Algorithm, StoredKey> keys = new EnumMap<>(Algorithm.class);
    private final KeyVault vault;

    Strangers(KeyVault vault, Instant now) {
        this.vault = vault;
        for (var algorithm : Algorithm.values()) {
            keys.put(algorithm, stranger(algorithm, now));
        }
    }

    /** The key that nobody has. */
    StoredKey of(Algorithm algorithm) {
        return keys.get(algorithm);
    }

    /** Whether this is one of these keys. */
    boolean contains(StoredKey key) {
        return keys.containsValue(key);
    }

    /** The text that binds a key's secret to its row, or to these. */
    String context(StoredKey key) {
        return contains(key) ? CONTEXT : Verification.context(key.id());
    }

    private StoredKey stranger(Algorithm algorithm, Instant now) {
        var secret = algorithm.kind() == Algorithm.Kind.SECRET;
        return new StoredKey(
                Ids.next(),
                KeyFormat.newAccessKey(Environment.TEST),
                new UUID(0, 0),
                Environment.TEST,
                algorithm.label(),
                secret ? vault.wrap(KeyFormat.newSecret(Environment.TEST).getBytes(US_ASCII), CONTEXT) : null,
                PUBLIC_KEYS.get(algorithm.kind()),
                "",
                now,
                null,
                null,
                AllowedNetworks.parse(null),
                KeyScope.all());
    }

    private static Map<Algorithm.Kind, byte[]> publicKeys() {
        var keys = new EnumMap<Algorithm.Kind, byte[]>(Algorithm.Kind.class);
        for (var kind : Algorithm.Kind.values()) {
            if (kind != Algorithm.Kind.SECRET) {
                keys.put(kind, publicKey(kind));
            }
        }
        return keys;
    }

    private static byte[] publicKey(Algorithm.Kind kind) {
        try {
            var generator = KeyPairGenerator.getInstance(
                    switch (kind) {
                        case RSA -> "RSA";
                        case P256 -> "EC";
                        case ED25519 -> "Ed25519";
                        case SECRET -> throw new IllegalArgumentException("no public key");
                    });
            if (kind == Algorithm.Kind.RSA) {
                generator.initialize(2048);
            } else if (kind == Algorithm.Kind.P256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair().getPublic().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make a key of the kind " + kind + ".", e);
        }
    }
}

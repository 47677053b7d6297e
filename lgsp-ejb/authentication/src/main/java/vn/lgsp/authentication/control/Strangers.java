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

    private final UUID nobody = Ids.next();
    private final String accessKey = KeyFormat.newAccessKey(Environment.TEST);
    private final byte[] wrappedSecret;
    private final Instant since;

    Strangers(KeyVault vault, Instant now) {
        wrappedSecret = vault.wrap(KeyFormat.newSecret(Environment.TEST).getBytes(US_ASCII), CONTEXT);
        since = now;
    }

    /** The key that nobody has; a public one as if it had been read just now, with everything still to be computed. */
    StoredKey of(Algorithm algorithm) {
        var kind = algorithm.kind();
        var secret = kind == Algorithm.Kind.SECRET;
        return new StoredKey(
                nobody,
                accessKey,
                new UUID(0, 0),
                Environment.TEST,
                algorithm.label(),
                secret ? wrappedSecret : null,
                secret ? null : new PublicHalf(kind, PUBLIC_KEYS.get(kind)),
                "",
                since,
                null,
                null,
                AllowedNetworks.parse(null),
                KeyScope.all());
    }

    /** The text that binds a key's secret to its row, or to these. */
    String context(StoredKey key) {
        return key.id().equals(nobody) ? CONTEXT : Verification.context(key.id());
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

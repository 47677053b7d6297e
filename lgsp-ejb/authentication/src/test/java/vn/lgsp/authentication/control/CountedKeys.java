package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.Ids;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.model.registry.Environment;

/** Keys in memory; counts what would be look-ups in the database. */
final class CountedKeys implements KeySource {
    final Map<String, StoredKey> stored = new HashMap<>();
    final Map<String, StoredKey> remembered = new HashMap<>();
    int reads;

    @Override
    public Optional<StoredKey> remembered(String accessKey) {
        return Optional.ofNullable(remembered.get(accessKey));
    }

    @Override
    public Optional<StoredKey> read(String accessKey) {
        reads++;
        return Optional.ofNullable(stored.get(accessKey));
    }

    @Override
    public void remember(StoredKey key) {
        remembered.put(key.accessKey(), key);
    }

    /** A key of the test environment that an application got an hour ago; not stored yet. */
    static StoredKey issued(KeyVault vault, String secret, String algorithm, Instant now) {
        var id = Ids.next();
        return of(id, algorithm, vault.wrap(secret.getBytes(US_ASCII), Verification.context(id)), null, now);
    }

    /** A public key that an application registered an hour ago; not stored yet. */
    static StoredKey registered(byte[] publicKey, String algorithm, Instant now) {
        return of(Ids.next(), algorithm, null, publicKey, now);
    }

    private static StoredKey of(UUID id, String algorithm, byte[] wrapped, byte[] publicKey, Instant now) {
        return new StoredKey(
                id,
                KeyFormat.newAccessKey(Environment.TEST),
                new UUID(7, 7),
                Environment.TEST,
                algorithm,
                wrapped,
                publicKey == null
                        ? null
                        : new PublicHalf(
                                Algorithm.labelled(algorithm).orElseThrow().kind(), publicKey),
                "abcd",
                now.minusSeconds(3600),
                null,
                null,
                AllowedNetworks.parse(null),
                KeyScope.all());
    }
}

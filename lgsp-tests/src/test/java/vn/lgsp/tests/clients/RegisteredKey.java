package vn.lgsp.tests.clients;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;

/**
 * A key that an application signs with, and what it signs by: a secret, or the private half of a pair whose public half the platform has.
 *
 * @param secret the secret, or the private key in PEM (PKCS #8)
 */
record RegisteredKey(String accessKey, String algorithm, String secret) {

    /** The key pair of the demonstration for HMAC, a new one for every other algorithm. */
    static RegisteredKey of(PlatformProcess platform, Application application, String algorithm) {
        return algorithm.equals("hmac-sha256")
                ? new RegisteredKey(
                        application.credentials().accessKey(),
                        algorithm,
                        application.credentials().secret())
                : pair(platform.database(), application, algorithm);
    }

    private static RegisteredKey pair(Database database, Application application, String algorithm) {
        KeyPair pair = generate(algorithm);
        String accessKey = KeyFormat.newAccessKey(Environment.TEST);
        int rows = database.update(
                """
                insert into access_key (id, access_key, application_id, environment, algorithm, public_key, hint, created_at, not_before, name)
                select gen_random_uuid(), ?, application_id, environment, ?, ?, ?, now(), now(), 'client of others'
                from access_key where access_key = ?
                """,
                accessKey,
                algorithm,
                pair.getPublic().getEncoded(),
                accessKey.substring(accessKey.length() - 4),
                application.credentials().accessKey());
        if (rows != 1) {
            throw new IllegalStateException(rows + " rows for " + application.credentials());
        }
        return new RegisteredKey(accessKey, algorithm, pem(pair));
    }

    /** The same access key with somebody else's secret or private key. */
    RegisteredKey forged() {
        String other = algorithm.equals("hmac-sha256") ? secret + "x" : pem(generate(algorithm));
        return new RegisteredKey(accessKey, algorithm, other);
    }

    /** Ends it if it is of this test's making. */
    void end(Database database) {
        database.update(
                "update access_key set revoked_at = now() where access_key = ? and public_key is not null", accessKey);
    }

    private static KeyPair generate(String algorithm) {
        try {
            KeyPairGenerator generator =
                    switch (algorithm) {
                        case "rsa-pss-sha512", "rsa-v1_5-sha256" -> {
                            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
                            rsa.initialize(2048);
                            yield rsa;
                        }
                        case "ecdsa-p256-sha256" -> {
                            KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
                            ec.initialize(new ECGenParameterSpec("secp256r1"));
                            yield ec;
                        }
                        default -> KeyPairGenerator.getInstance(algorithm);
                    };
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }

    private static String pem(KeyPair pair) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
                .encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    /** Without the secret: it must not get into a report. */
    @Override
    public String toString() {
        return algorithm + " " + accessKey;
    }
}

package vn.lgsp.tests.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Personal tokens of the demonstration's people, entered without the portal. */
public final class PersonalToken {
    private PersonalToken() {}

    /** A token that counts for a day; returns the header Authorization that carries it. */
    public static String bearer(Database database, String username, boolean readOnly) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        database.update(
                """
                insert into account_token (id, account_id, token_hash, name, read_only, created_at, expires_at)
                select gen_random_uuid(), id, ?, 'kiểm thử', ?, now(), now() + interval '1 day' from account where username = ?
                """,
                sha256(secret.getBytes(StandardCharsets.UTF_8)),
                readOnly,
                username);
        return "Bearer lgsp_pat_" + secret;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

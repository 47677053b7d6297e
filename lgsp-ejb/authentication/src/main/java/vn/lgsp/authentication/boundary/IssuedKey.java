package vn.lgsp.authentication.boundary;

import java.util.UUID;

/**
 * A new key pair. The secret exists here for the only time; the platform keeps it wrapped and cannot show it again.
 *
 * @param id of the key
 * @param accessKey khóa truy xuất
 * @param secret khóa bí mật; null for a public key, and where the same order was given before
 */
public record IssuedKey(UUID id, String accessKey, String secret) {

    /** Without the secret, so that no log shows it. */
    @Override
    public String toString() {
        return "IssuedKey[" + accessKey + "]";
    }
}

package vn.lgsp.sso.control;

import java.util.UUID;

/**
 * What a password is compared with: the account and its hash as a PHC string.
 *
 * @param barred a person locked the account: the right password does not open it
 */
public record Credential(UUID accountId, String hash, boolean barred) {
    @Override
    public String toString() {
        return "Credential[" + accountId + "]";
    }
}

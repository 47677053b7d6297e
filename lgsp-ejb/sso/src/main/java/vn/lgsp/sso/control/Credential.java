package vn.lgsp.sso.control;

import java.util.UUID;

/** What a password is compared with: the account and its hash as a PHC string. */
public record Credential(UUID accountId, String hash) {
    @Override
    public String toString() {
        return "Credential[" + accountId + "]";
    }
}

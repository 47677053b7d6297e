package vn.lgsp.sso.boundary;

import java.util.UUID;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.Role;

/**
 * Which users to list, in the order of their user names.
 *
 * @param text part of a name or user name, accents or not; null or blank for all; of more than 100 characters the first 100 count
 * @param role who holds it anywhere; null for all
 * @param agencyCode who works for this agency or one below it, in either form; null or blank for all
 * @param state null for all
 * @param after the user after whom to go on; null for the beginning
 * @param limit 1–500
 */
public record UserFilter(String text, Role role, String agencyCode, AccountState state, UUID after, int limit) {
    private static final int MOST = 500;
    private static final int LONGEST = 100;

    public UserFilter {
        text = text == null
                ? ""
                : text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
        agencyCode = agencyCode == null ? "" : agencyCode.strip();
        limit = Math.max(1, Math.min(limit, MOST));
    }
}

package vn.lgsp.sso.boundary;

import java.util.List;

/**
 * A person to invite.
 *
 * @param username 3–60 characters: small letters, digits, dot, hyphen, underscore; begins with a letter or digit
 * @param fullName 2–200 characters
 * @param email may be null; for people to reach each other, the platform does not write to it
 * @param agencyCode the agency the person works for, in either form
 * @param grants at most 20
 */
public record NewUser(String username, String fullName, String email, String agencyCode, List<NewGrant> grants) {}

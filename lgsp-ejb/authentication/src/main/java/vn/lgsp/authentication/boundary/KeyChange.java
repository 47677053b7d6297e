package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.Set;
import vn.lgsp.model.authentication.KeyScope;

/**
 * What people decide about a key, all of it.
 *
 * @param name 1–120 characters
 * @param notAfter when it ends; null for never
 * @param networks from where it may be used, separated by commas or blanks; null or blank for everywhere
 * @param scopes what it may be used for; not empty
 */
public record KeyChange(String name, Instant notAfter, String networks, Set<KeyScope> scopes) {}

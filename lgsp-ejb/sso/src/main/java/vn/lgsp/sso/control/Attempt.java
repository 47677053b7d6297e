package vn.lgsp.sso.control;

import java.util.Optional;

/**
 * An attempt to sign in that has been counted.
 *
 * @param credential what to compare with; empty when there is no such account, or it must not sign in now
 * @param locked too many failures came before this one
 * @param last if this one fails too, the account is locked
 */
public record Attempt(Optional<Credential> credential, boolean locked, boolean last) {}

package vn.lgsp.model.account;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** An account of a member of staff (tài khoản). */
@Entity
@Table(name = "account")
public class Account {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String username;

    @Column(name = "full_name")
    private String fullName;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "failed_attempts")
    private short failedAttempts;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    private String email;
    private boolean invited;
    private AccountStop bar;
    private boolean disabled;

    @AttributeOverride(name = "reason", column = @Column(name = "disabled_reason"))
    @AttributeOverride(name = "by", column = @Column(name = "disabled_by"))
    @AttributeOverride(name = "at", column = @Column(name = "disabled_at"))
    private AccountStop end;

    private int revision;

    @Column(updatable = false)
    private boolean sample;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    private Set<Grant> grants = new HashSet<>();

    @Version
    private int version;

    /** A role in an agency's subtree, as stored. */
    @Embeddable
    public static class Grant {
        @Enumerated(EnumType.STRING)
        private Role role;

        @Column(name = "agency_id")
        private UUID agencyId;

        protected Grant() {}

        public Grant(Role role, UUID agencyId) {
            this.role = role;
            this.agencyId = agencyId;
        }

        public Role role() {
            return role;
        }

        public UUID agencyId() {
            return agencyId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Grant that && role == that.role && agencyId.equals(that.agencyId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(role, agencyId);
        }
    }

    protected Account() {}

    public Account(String username, String fullName, UUID agencyId, String passwordHash, boolean sample, Instant now) {
        this.id = Ids.next();
        this.username = username;
        this.fullName = fullName;
        this.agencyId = agencyId;
        this.passwordHash = passwordHash;
        this.mustChangePassword = true;
        this.sample = sample;
        this.createdAt = now;
    }

    /** An account whose owner has yet to choose a password; the hash given is one that no password has. */
    public static Account invited(
            String username, String fullName, String email, UUID agencyId, String unusableHash, Instant now) {
        Account account = new Account(username, fullName, agencyId, unusableHash, false, now);
        account.email = email;
        account.invited = true;
        account.mustChangePassword = false;
        return account;
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String fullName() {
        return fullName;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public boolean disabled() {
        return disabled;
    }

    /** May be null. */
    public String email() {
        return email;
    }

    public AccountState state() {
        if (disabled) {
            return AccountState.DISABLED;
        }
        if (bar != null) {
            return AccountState.LOCKED;
        }
        return invited ? AccountState.INVITED : AccountState.ACTIVE;
    }

    /** Why, by whom and since when it is disabled, or locked by a person; empty when it is neither, or nobody noted it. */
    public Optional<AccountStop> stop() {
        return Optional.ofNullable(disabled ? end : bar);
    }

    /** Whether the owner has yet to choose a password. */
    public boolean invited() {
        return invited;
    }

    /** Counts the edits of administrators. */
    public int revision() {
        return revision;
    }

    public boolean sample() {
        return sample;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Until when sign-in is barred because of failed attempts; null or past when it is not. */
    public Instant lockedUntil() {
        return lockedUntil;
    }

    public Instant lastSignInAt() {
        return lastSignInAt;
    }

    public Set<Grant> grants() {
        return grants;
    }

    /** Says whether sign-in is barred at this instant because of failed attempts. */
    public boolean locked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** Counts a failed attempt; from {@code limit} failures in a row on, the account is locked until the instant given. */
    public void failed(int limit, Instant until) {
        failedAttempts++;
        if (failedAttempts >= limit) {
            lockedUntil = until;
            failedAttempts = 0;
        }
    }

    /** Takes one attempt back, and the lock that it brought: it was no failure. Earlier failures stay. */
    public void forgive(int limit) {
        if (failedAttempts > 0) {
            failedAttempts--;
        } else if (lockedUntil != null) {
            lockedUntil = null;
            failedAttempts = (short) (limit - 1);
        }
    }

    /** Forgets failed attempts and the lock that they brought. */
    public void forgetFailures() {
        failedAttempts = 0;
        lockedUntil = null;
    }

    /** Notes a successful sign-in and forgets earlier failures. */
    public void signedIn(Instant now) {
        forgetFailures();
        lastSignInAt = now;
    }

    /** Sets a new password; {@code mustChange} asks for another one at the next sign-in. */
    public void password(String hash, boolean mustChange) {
        passwordHash = hash;
        mustChangePassword = mustChange;
    }

    /** Sets the password that the owner chose through a one-time link. */
    public void passwordChosen(String hash) {
        password(hash, false);
        invited = false;
        forgetFailures();
    }

    /** Locks it until {@link #unbar}. */
    public void bar(String reason, String by, Instant now) {
        bar = new AccountStop(reason, by, now);
        revision++;
    }

    /** Unlocks it, whoever or whatever locked it. */
    public void unbar() {
        bar = null;
        forgetFailures();
        revision++;
    }

    /** Takes it out of use. */
    public void disable(String reason, String by, Instant now) {
        disabled = true;
        end = new AccountStop(reason, by, now);
        revision++;
    }

    /** Takes it back into use. */
    public void enable() {
        disabled = false;
        end = null;
        revision++;
    }

    /** Replaces all grants. */
    public void grant(Set<Grant> newGrants) {
        grants.retainAll(newGrants);
        grants.addAll(newGrants);
        revision++;
    }
}

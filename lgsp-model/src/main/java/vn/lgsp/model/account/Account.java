package vn.lgsp.model.account;

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

    private boolean disabled;

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

    /** Notes a successful sign-in and forgets earlier failures. */
    public void signedIn(Instant now) {
        failedAttempts = 0;
        lockedUntil = null;
        lastSignInAt = now;
    }

    /** Sets a new password; {@code mustChange} asks for another one at the next sign-in. */
    public void password(String hash, boolean mustChange) {
        passwordHash = hash;
        mustChangePassword = mustChange;
    }
}

package vn.lgsp.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final UUID AGENCY = new UUID(1, 1);

    private final Account account = new Account("le.thi", "Lê Thị", AGENCY, "hash", false, NOON);

    @Test
    void a_person_who_is_invited_becomes_active_by_choosing_a_password() {
        Account invited = Account.invited("le.thi", "Lê Thị", null, AGENCY, "none", NOON);
        assertThat(invited.state()).isEqualTo(AccountState.INVITED);
        invited.passwordChosen("hash");
        assertThat(invited.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(invited.mustChangePassword()).isFalse();
    }

    @Test
    void locking_disabling_and_back_restores_what_was_before_and_counts_edits() {
        account.bar("nghỉ phép", "quantri", NOON);
        assertThat(account.state()).isEqualTo(AccountState.LOCKED);
        account.disable("nghỉ việc", "quantri", NOON);
        assertThat(account.state()).isEqualTo(AccountState.DISABLED);
        assertThat(account.stop()).map(AccountStop::reason).hasValue("nghỉ việc");
        account.enable();
        assertThat(account.state()).isEqualTo(AccountState.LOCKED);
        assertThat(account.stop()).map(AccountStop::reason).hasValue("nghỉ phép");
        account.unbar();
        assertThat(account.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(account.revision()).isEqualTo(4);
    }

    @Test
    void signing_in_is_no_edit() {
        account.signedIn(NOON);
        assertThat(account.revision()).isZero();
    }

    @Test
    void a_right_password_takes_back_its_own_attempt_and_no_other() {
        Instant until = NOON.plusSeconds(900);
        for (int i = 0; i < 3; i++) {
            account.failed(5, until);
        }
        account.failed(5, until);
        account.forgive(5);
        account.failed(5, until);
        assertThat(account.locked(NOON)).isFalse();
        account.failed(5, until);
        assertThat(account.locked(NOON)).isTrue();
    }

    @Test
    void the_attempt_that_locked_is_taken_back_with_its_lock_but_the_next_failure_locks_again() {
        Instant until = NOON.plusSeconds(900);
        for (int i = 0; i < 5; i++) {
            account.failed(5, until);
        }
        account.forgive(5);
        assertThat(account.locked(NOON)).isFalse();
        account.failed(5, until);
        assertThat(account.locked(NOON)).isTrue();
    }

    @Test
    void a_lock_that_is_long_over_does_not_count_when_an_attempt_is_taken_back() {
        for (int i = 0; i < 5; i++) {
            account.failed(5, NOON);
        }
        Instant until = NOON.plusSeconds(1_800);
        account.failed(5, until);
        account.forgive(5);
        for (int i = 0; i < 4; i++) {
            account.failed(5, until);
        }
        assertThat(account.locked(NOON.plusSeconds(900))).isFalse();
    }

    @Test
    void granting_replaces_all_roles() {
        account.grant(Set.of(new Account.Grant(Role.ADMIN, AGENCY), new Account.Grant(Role.AUDITOR, AGENCY)));
        account.grant(Set.of(new Account.Grant(Role.AUDITOR, AGENCY)));
        assertThat(account.grants()).containsExactly(new Account.Grant(Role.AUDITOR, AGENCY));
    }
}

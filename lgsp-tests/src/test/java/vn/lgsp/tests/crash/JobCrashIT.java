package vn.lgsp.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;

@DisplayName("A job that was running when the plug was pulled")
class JobCrashIT {
    private static final int ITEMS = 4_000;
    private static PlatformProcess platform;

    @BeforeAll
    static void start() {
        platform = PlatformProcess.start("jobs", Map.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName("goes on after the restart: each item is done, none twice, none lost")
    void resumed() {
        Database database = platform.database();
        UUID job = order(database);
        Awaitility.await("the job is under way").until(() -> done(job) > 50);

        platform.kill9();
        platform.restart();

        long before = done(job);
        assertThat(before).isBetween(50L, ITEMS - 1L);
        Awaitility.await("the job ends").atMost(Duration.ofMinutes(5)).until(() -> "DONE"
                .equals(platform.database().one("select state from job where id = ?", job)));
        assertThat(done(job)).isEqualTo(ITEMS);
        assertThat(platform.database().count("select done from job where id = ?", job))
                .isEqualTo(ITEMS);
        // An item's act and its outcome are one transaction, so the key went at the very time that the item was done.
        assertThat(platform.database()
                        .count(
                                """
                                select count(*) from job_item i join access_key k on k.id = cast(i.item as uuid)
                                where i.job_id = ? and i.outcome = 'DONE' and k.revoked_at between i.at - interval '5 seconds' and i.at + interval '5 seconds'
                                """,
                                job))
                .isEqualTo(ITEMS);
    }

    private static long done(UUID job) {
        return platform.database().count("select count(*) from job_item where job_id = ? and outcome = 'DONE'", job);
    }

    /** Orders the revocation of so many keys, as the operator of the demonstration would in the portal. */
    private static UUID order(Database database) {
        UUID job = UUID.randomUUID();
        database.update(
                """
                insert into access_key (id, access_key, application_id, environment, algorithm, wrapped_secret, master_key_id, hint,
                    created_at, not_before)
                select gen_random_uuid(), 'crash-' || n, a.id, 'TEST', 'hmac-sha256', '\\x00', known.master_key_id, 'cras', now(), now()
                from generate_series(1, ?) n, (select id from application where code = 'qlvb-stttt') a,
                    (select master_key_id from access_key limit 1) known
                """,
                ITEMS);
        database.update(
                """
                with ordered as (
                    insert into job (id, kind, account_id, agency_id, reason, parameters, token, fingerprint, total, created_at)
                    select ?, 'access-key.revoke', a.id, a.agency_id, 'Kiểm thử', '{}', 'crash-test', '\\x00', ?, now()
                    from account a where a.username = 'vanhanh' returning id)
                insert into job_item (job_id, position, item, due_at)
                select o.id, row_number() over (), cast(k.id as varchar), now() from ordered o, access_key k where k.access_key like 'crash-%'
                """,
                job, ITEMS);
        return job;
    }
}

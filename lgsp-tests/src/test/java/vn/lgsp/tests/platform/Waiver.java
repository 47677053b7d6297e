package vn.lgsp.tests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** What an application may do for the sake of older software, written past the platform; it counts after a few seconds. */
public final class Waiver {
    private Waiver() {}

    /** A waiver of the application that holds a key, in place of any other of its kind: granted a day ago, with this end. */
    public static void give(Database database, String accessKey, String kind, Instant end) {
        end(database, accessKey, kind);
        assertThat(database.update(
                        """
                        insert into scheme_waiver (id, application_id, kind, reason, granted_by, granted_at, not_after)
                        select ?, application_id, ?, 'kiểm thử', ?, ?, ? from access_key where access_key = ?
                        """,
                        UUID.randomUUID(),
                        kind,
                        new UUID(0, 1),
                        Instant.now().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC),
                        end.atOffset(ZoneOffset.UTC),
                        accessKey))
                .isEqualTo(1);
    }

    /** Takes it away. */
    public static void end(Database database, String accessKey, String kind) {
        database.update(
                """
                update scheme_waiver set ended_at = now(), ended_by = granted_by
                where kind = ? and ended_at is null and application_id = (select application_id from access_key where access_key = ?)
                """,
                kind,
                accessKey);
    }
}

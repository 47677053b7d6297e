package vn.lgsp.tests.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;

@DisplayName("The sample is loaded beside the platform's work, once, and goes without a trace")
class SampleIT {
    private static final String SAMPLE_PACKETS =
            "packet p join application a on a.id = p.source_application_id and a.sample and a.code not in ('qlvb-stttt', 'qlvb-tphd', 'qlvb-sct')";
    private static final Duration LOAD = Duration.ofMinutes(5);

    private static PlatformProcess platform;
    private static Database database;

    /** The load is cut off in the middle: all that the tests see was finished by the second start. */
    @BeforeAll
    static void loadWithInterruption() {
        platform = PlatformProcess.start("sample", Map.of("LGSP_DEMO_PACKETS", "3000", "LGSP_DEMO_DELAY", "PT0S"));
        database = platform.database();
        Awaitility.await("the load is under way")
                .atMost(LOAD)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.count("select coalesce(max(step), 0) from sample_load") >= 3);
        platform.kill9();
        platform.restart();
        database = platform.database();
        awaitState("LOADED");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName("every step of every packet is in the tables, counted from the beginning to the present state")
    void legal() {
        assertThat(database.count("select count(*) from " + SAMPLE_PACKETS)).isBetween(2_500L, 3_300L);
        assertThat(
                        database.count(
                                """
                        select count(*) from (
                            select h.*, lag(to_state) over w as before, row_number() over w - 1 as number
                            from packet_history h window w as (partition by packet_id, subject, subject_id order by seq)) h
                        where h.seq <> h.number or h.from_state is distinct from h.before
                            or h.before is not null and not exists (
                                select from lifecycle_transition t
                                where t.subject = h.subject and t.from_state = h.before and t.to_state = h.to_state)
                        """))
                .isZero();
        assertThat(
                        database.count(
                                """
                        select count(*) from delivery d join packet p on p.id = d.packet_id join content c on c.packet_id = p.id
                        left join lateral (select max(seq) as seq from packet_history where packet_id = p.id and subject = 'DELIVERY') h on true
                        where d.state_seq <> h.seq
                            or (p.state in ('DELIVERED', 'UNDELIVERED', 'CANCELLED', 'EXPIRED', 'QUARANTINED')) <> (c.wrapped_key is null)
                        """))
                .isZero();
    }

    @Test
    @DisplayName("nothing of it waits for an application that may come; those of the demonstration exchange as before")
    void demonstrationUndisturbed() {
        assertThat(database.count(
                        "select count(*) from delivery d join application t on t.id = d.destination_application_id"
                                + " join " + SAMPLE_PACKETS + " on p.id = d.packet_id"
                                + " where t.code in ('qlvb-stttt', 'qlvb-tphd', 'qlvb-sct')"))
                .isZero();
        Application source = Application.source(platform);
        Application destination = Application.destination(platform);
        assertThat(destination.get("/api/v1/inbox?limit=200").expect(200).json().findValues("packetId"))
                .isEmpty();
        Parcel.sent(source, destination).accept().fetch().confirm();
    }

    @Test
    @DisplayName(
            "reorganisations in several states: one carried out by the platform itself, one to be approved, one drafted")
    void rearrangements() {
        Awaitility.await("the merger of the sample is carried out")
                .until(() -> reorganisations().equals(List.of("APPLIED", "ACCEPTED", "DRAFT")));
        assertThat(
                        database.column(
                                "select code_qd20 || ' ' || state from agency where kind = 'Đơn vị mẫu về sắp xếp' order by code_qd20"))
                .containsExactly(
                        "H23.16.91 CLOSED",
                        "H23.16.92 CLOSED",
                        "H23.16.93 ACTIVE",
                        "H23.16.94 ACTIVE",
                        "H23.16.95 ACTIVE");
    }

    private static List<Object> reorganisations() {
        return database.column("select state from reorganisation where sample order by number");
    }

    @Test
    @DisplayName("the statistics count what the packets are")
    void statistics() {
        assertThat(database.count(
                        "select coalesce(sum(confirmed), 0) from traffic_now where grain = 'DAY' and direction = 'SENT'"
                                + " and agency_id <> '00000000-0000-0000-0000-000000000000'"))
                .isEqualTo(database.count("select count(*) from delivery where confirmed_at is not null"));
    }

    /** What is left behind when somebody tries a key of the sample, and when an application of it may sign in an old way. */
    private void useKeyOfSample() {
        String key =
                "from access_key k join application a on a.id = k.application_id where a.sample and a.code not like 'qlvb-st%' limit 1";
        database.update(
                """
                insert into authentication_event (id, at, node, request_id, application_id, agency_id, access_key_id, target_id, reason, method,
                    path, remote_address)
                select gen_random_uuid(), now(), 'lgsp', gen_random_uuid(), a.id, a.agency_id, k.id, a.id, 'signature-wrong', 'GET',
                    '/api/v1/inbox', '127.0.0.1'
                """
                        + key);
        database.update(
                """
                insert into scheme_waiver (id, application_id, kind, reason, granted_by, granted_at, not_after)
                select gen_random_uuid(), a.id, 'HMAC_SHA1', 'Kiểm thử', gen_random_uuid(), now(), now() + interval '1 day'
                """
                        + key);
    }

    @Test
    @DisplayName("removed on order it takes nothing real with it; loaded again on the same day it is the same")
    void removedAndLoadedAgain() {
        Object day = database.one("select (until at time zone 'Asia/Ho_Chi_Minh')::date from sample_load");
        String first = fingerprint(day);
        UUID real = realPacket();
        useKeyOfSample();

        assertThat(SampleCommand.run(platform, "load").status()).isEqualTo(3);
        assertThat(SampleCommand.run(platform, "remove").status()).isEqualTo(3);
        assertThat(SampleCommand.run(platform, "remove", "xoa het").status()).isEqualTo(3);
        assertThat(database.one("select state from sample_load")).isEqualTo("LOADED");
        assertThat(SampleCommand.run(platform, "remove", "XÓA MẪU").status()).isZero();
        awaitState("REMOVED");

        assertThat(database.count("select count(*) from " + SAMPLE_PACKETS)).isZero();
        for (String table : List.of("packet_history", "packet_file", "space", "delivery", "content", "packet_search")) {
            assertThat(database.count("select count(*) from " + table
                            + " t where not exists (select from packet p where p.id = t.packet_id)"))
                    .as(table)
                    .isZero();
        }
        assertThat(database.column("select code from application where sample and state <> 'RETIRED' order by code"))
                .containsExactly("qlvb-sct", "qlvb-stttt", "qlvb-tphd");
        // What the real packet went to stays, out of use.
        assertThat(database.column("select state from application where sample and state = 'RETIRED'"))
                .hasSize(1);
        assertThat(database.count("select count(*) from account where sample and not disabled"))
                .isEqualTo(14);
        assertThat(reorganisations()).isEmpty();
        assertThat(database.count("select count(*) from agency where code_qd20 like 'H23.16.9%'"))
                .isZero();
        assertThat(database.packetState(real)).isEqualTo("REQUESTED");
        assertThat(database.count("select count(*) from packet_history where packet_id = ?", real))
                .isEqualTo(2);
        Parcel.sent(Application.source(platform), Application.destination(platform))
                .accept()
                .fetch()
                .confirm();

        assertThat(SampleCommand.run(platform, "load").status()).isZero();
        awaitState("LOADED");
        assertThat(reorganisations()).hasSize(3);
        assertThat(SampleCommand.run(platform, "state").text()).contains("Dữ liệu mẫu đã nạp xong.");
        if (day.equals(database.one("select (until at time zone 'Asia/Ho_Chi_Minh')::date from sample_load"))) {
            assertThat(fingerprint(day)).isEqualTo(first);
        }
    }

    /** The sample packets of the days before, with their steps. */
    private static String fingerprint(Object day) {
        return (String) database.one(
                "select md5(string_agg(concat_ws(' ', h.packet_id, h.subject_id, h.subject, h.seq, h.to_state, h.at, h.request_id), ','"
                        + " order by h.packet_id, h.subject, h.subject_id, h.seq)) from packet_history h join "
                        + SAMPLE_PACKETS
                        + " on p.id = h.packet_id where p.created_at < ?::date - interval '1 day'",
                day.toString());
    }

    /** A packet that a real application sends to one of the sample. */
    private static UUID realPacket() {
        UUID application = UUID.randomUUID();
        UUID packet = UUID.randomUUID();
        UUID delivery = UUID.randomUUID();
        database.update(
                """
                insert into application (id, code, name, agency_id, environment, receives, state, sample, created_at)
                select ?, 'that', 'Ứng dụng thật', agency_id, 'TEST', false, 'ACTIVE', false, now() from application where code = 'qlvb-snv'
                """,
                application);
        database.update(
                """
                with p as (insert into packet (id, state, state_seq, source_application_id, source_agency_id, title, importance, data_type,
                        protocol, created_at, updated_at)
                    select ?, 'REQUESTED', 0, id, agency_id, 'Thật', 0, 'file', 'file', now(), now() from application where id = ?
                    returning id, source_agency_id)
                insert into packet_history (packet_id, subject, subject_id, seq, to_state, at, actor, node)
                select id, 'PACKET', id, 0, 'REQUESTED', now(), 'thử', 'thử' from p
                """,
                packet,
                application);
        database.update(
                """
                with d as (insert into delivery (id, packet_id, state, state_seq, destination_agency_id, destination_application_id,
                        importance, created_at, updated_at)
                    select ?, ?, 'WAITING', 0, agency_id, id, 0, now(), now() from application where code = 'qlvb-stc'
                    returning id, packet_id)
                insert into packet_history (packet_id, subject, subject_id, seq, to_state, at, actor, node)
                select packet_id, 'DELIVERY', id, 0, 'WAITING', now(), 'thử', 'thử' from d
                """,
                delivery,
                packet);
        return packet;
    }

    private static void awaitState(String state) {
        Awaitility.await(state)
                .atMost(LOAD)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> state.equals(database.one("select max(state) from sample_load")));
    }
}

package vn.lgsp.tests.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;

/** One packet on its way into a situation, as its source and its first destination act on it. */
final class Case {
    static final Map<String, String> REASON = Map.of("reason", "Lý do kiểm thử");
    static final String FILE = "a.txt";
    private static final byte[] SMALL = {1, 2, 3};
    /** Does not lie in a row of the database. */
    private static final byte[] LARGE = new byte[70_000];

    private final Ground ground;
    private final String until =
            Instant.now().plusSeconds(7200).truncatedTo(ChronoUnit.MILLIS).toString();
    private Parcel parcel;
    private Parcel other;
    private Resumable upload;

    Case(Ground ground) {
        this.ground = ground;
    }

    Ground ground() {
        return ground;
    }

    Application source() {
        return ground.source();
    }

    Application destination() {
        return ground.receivers().get(0);
    }

    Parcel parcel() {
        return parcel;
    }

    /** The time until which the source waits, whenever it says so. */
    String until() {
        return until;
    }

    /** An upload in several requests that has begun; one that nobody knows where none has. */
    Resumable upload() {
        return upload != null
                ? upload
                : new Resumable(source(), "/api/v1/spaces/" + parcel.space() + "/uploads/" + UUID.randomUUID());
    }

    /** Where the destination takes the file; a space that nobody knows where it was given none. */
    String download() {
        UUID space = parcel.downloadSpace() == null ? UUID.randomUUID() : parcel.downloadSpace();
        return "/api/v1/spaces/" + space + "/files/" + FILE;
    }

    String entryPath() {
        return "/api/v1/undeliverable/" + parcel.delivery();
    }

    /** Asked for, for so many destinations. */
    Case granted(int destinations) {
        List<Map<String, String>> recipients = IntStream.range(0, destinations)
                .mapToObj(ground.receivers()::entry)
                .toList();
        parcel = Parcel.granted(
                source(),
                destination(),
                Map.of("recipients", recipients, "dataType", ground.receivers().dataType()));
        if (destinations > 1) {
            UUID second = (UUID) ground.database()
                    .one("select id from delivery where packet_id = ? and id <> ?", parcel.id(), parcel.delivery());
            other = parcel.at(ground.receivers().get(1), second);
        }
        return this;
    }

    /** With one file, and another that is coming in. */
    Case uploading(int destinations) {
        return uploading(destinations, SMALL);
    }

    private Case uploading(int destinations, byte[] content) {
        granted(destinations);
        parcel.upload(FILE, content);
        if (other != null) {
            other.has(FILE, content);
        }
        upload = Resumable.begun(source(), parcel, "dở.bin", 10);
        return this;
    }

    Case sent(int destinations) {
        uploading(destinations).parcel.complete();
        return this;
    }

    /** Completed with content that does not lie in a row. */
    Case sentLarge() {
        uploading(1, LARGE).parcel.complete();
        return this;
    }

    Case notified(int destinations) {
        sent(destinations);
        destination().get("/api/v1/inbox?max=200").expect(200);
        return this;
    }

    Case accepted() {
        sent(1).parcel.accept();
        return this;
    }

    Case fetching() {
        accepted().parcel.fetch();
        return this;
    }

    /** The first destination has everything. */
    Case confirmed(int destinations) {
        sent(destinations).parcel.accept().fetch().confirm();
        return this;
    }

    /** The first destination will not have it. */
    Case refused(int destinations) {
        sent(destinations).parcel.refuse();
        return this;
    }

    /** The second destination has everything. */
    Case otherConfirmed() {
        other.accept().fetch().confirm();
        return this;
    }

    Case cancelled() {
        source().post(parcel.path() + ":cancel", REASON).expect(200);
        return this;
    }

    Case recalled() {
        source().post(parcel.path() + ":recall", REASON).expect(200);
        return this;
    }

    /** What the source decides about the first delivery. */
    Case decided(String decision, Map<String, ?> body) {
        source().post(entryPath() + ":" + decision, body).expect(200);
        return this;
    }

    /** The time of the source's space is over. */
    Case spaceOver() {
        ground.database()
                .update("update space set expires_at = now() - interval '1 second' where id = ?", parcel.space());
        return this;
    }

    /** The first destination did not confirm in time. */
    Case timeOver() {
        ground.database().update("update delivery set deadline = now() where id = ?", parcel.delivery());
        return this;
    }

    /** The first destination did not take it by the time to report. */
    Case late() {
        ground.database().update("update delivery set report_at = now() where id = ?", parcel.delivery());
        return this;
    }

    /** Returns when there is something for the source to decide about the first delivery. */
    void awaitEntry() {
        Awaitility.await("an entry")
                .until(() -> ground.database()
                                .count("select count(*) from undeliverable where delivery_id = ?", parcel.delivery())
                        == 1);
    }

    /** The stored bytes were changed. */
    Case damaged() {
        ground.database()
                .update("update small_content set sealed = sealed || '\\x00' where packet_id = ?", parcel.id());
        return this;
    }

    /** The states of packet, delivery and content. */
    String stand() {
        return (String) ground.database()
                .one(
                        """
                        select lower(p.state || ' ' || d.state || ' ' || c.state)
                        from packet p join content c on c.packet_id = p.id join delivery d on d.id = ? where p.id = ?
                        """,
                        parcel.delivery(),
                        parcel.id());
    }

    /**
     * Everything that is stored about the packet: its history, what was told, what was received, what is to be decided and what is kept. Times
     * to which a space was extended are left out, and what is swept away after a space was closed.
     */
    String everything() {
        return (String) ground.database()
                .one(
                        """
                        with p as (select ?::uuid as id)
                        select json_build_array(
                            (select json_agg(t order by t::text) from (
                                select to_jsonb(t) - 'version' as t from packet t, p where t.id = p.id
                                union all select to_jsonb(t) - 'version' from delivery t, p where t.packet_id = p.id
                                union all select to_jsonb(t) - 'version' from content t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from packet_file t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from small_content t, p where t.packet_id = p.id
                                union all select to_jsonb(t) - 'expires_at' from space t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from packet_policy t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from packet_history t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from event t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from delivery_attempt t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from undeliverable t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from resend_request t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from content_refusal t, p where t.packet_id = p.id
                                union all select to_jsonb(t) from resumable_upload t join space s on s.id = t.space_id, p
                                    where t.packet_id = p.id and s.closed_at is null) t),
                            (select count(*) from small_content s, p where s.packet_id = p.id))::text
                        """,
                        parcel.id());
    }

    /** Takes back what is still under way, so that nothing of this test waits anywhere. */
    void tidy() {
        source().post(parcel.path() + ":recall", REASON);
    }

    @Override
    public String toString() {
        return Json.write(Map.of("packet", parcel.id().toString()));
    }
}

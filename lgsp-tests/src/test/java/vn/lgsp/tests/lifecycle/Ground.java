package vn.lgsp.tests.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;

/**
 * What the packets of the matrix have in common: a source, and destinations that nobody else uses. The first takes part in everything, the
 * second is the other one of packets to two, the third gets what is redirected.
 */
final class Ground implements AutoCloseable {
    private static final String HOLD = "lifecycle_hold";

    private final Database database;
    private final Application source;
    private final Receivers receivers;
    private final List<UUID> granted = new ArrayList<>();

    Ground(PlatformProcess platform) {
        database = platform.database();
        source = Application.source(platform);
        receivers = new Receivers(platform, source, 3);
        withoutNotices();
        holdErasures();
    }

    Database database() {
        return database;
    }

    Application source() {
        return source;
    }

    Receivers receivers() {
        return receivers;
    }

    /** What could not be delivered is told in events of their own time: here nothing comes but what a request brings. */
    private void withoutNotices() {
        database.update("delete from undeliverable_notice where application_id = " + sourceId());
        database.update("insert into undeliverable_notice (application_id, at) select " + sourceId()
                + ", now() + interval '1 hour'");
    }

    private String sourceId() {
        return "(select application_id from access_key where access_key = '"
                + source.credentials().accessKey() + "')";
    }

    /** The bytes of packets that are named here do not count as gone: what passes in a moment can be looked at. */
    private void holdErasures() {
        database.update("create table %s (packet_id uuid primary key)".formatted(HOLD));
        database.update(
                """
                create function %1$s() returns trigger language plpgsql as $$
                begin
                    if exists (select from %1$s where packet_id = new.packet_id) then
                        raise exception 'held';
                    end if;
                    return new;
                end $$
                """
                        .formatted(HOLD));
        database.update(
                """
                create trigger %1$s before insert on packet_history
                for each row when (new.to_state = 'ERASED') execute function %1$s()
                """
                        .formatted(HOLD));
    }

    void hold(UUID packet) {
        database.update("insert into lifecycle_hold (packet_id) values (?)", packet);
    }

    /** A packet that was granted beside those of the matrix; it is given up in the end. */
    void grantedBeside(UUID packet) {
        granted.add(packet);
    }

    /** Gives up what was granted beside. */
    void tidy() {
        granted.forEach(id -> source.post("/api/v1/packets/" + id + ":cancel", Case.REASON));
        granted.clear();
    }

    @Override
    public void close() {
        database.update("drop trigger %1$s on packet_history".formatted(HOLD));
        database.update("drop function %1$s".formatted(HOLD));
        database.update("drop table %1$s".formatted(HOLD));
        database.update("delete from undeliverable_notice where application_id = " + sourceId());
    }
}

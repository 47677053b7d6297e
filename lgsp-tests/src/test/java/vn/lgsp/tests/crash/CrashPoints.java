package vn.lgsp.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;

/**
 * Stops packets in the middle of a step: before the database takes the row that witnesses the step. Whatever the step changed before is in the
 * same transaction and not committed.
 */
final class CrashPoints implements AutoCloseable {
    private static final int LOCK = 4711;

    private final PlatformProcess platform;
    private final List<Stopped> stopped = new ArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool(runnable -> {
        Thread thread = new Thread(runnable, "caller that is never answered");
        thread.setDaemon(true);
        return thread;
    });
    private final Standstill standstill;
    private int waiting;

    /** A packet that stands before a step: how it was, what is asked for again, and how it goes on. */
    private record Stopped(String step, Parcel parcel, String before, Consumer<Parcel> act, Consumer<Parcel> rest) {}

    CrashPoints(PlatformProcess platform) {
        this.platform = platform;
        platform.database().update("create table if not exists crash_point (packet_id uuid, title text, state text)");
        standstill = new Standstill(
                platform,
                "packet_history",
                """
                (select %d where exists (
                    select from crash_point c where c.state = new.to_state and (c.packet_id = new.packet_id
                        or c.title = (select title from packet where id = new.packet_id))))
                """
                        .formatted(LOCK),
                LOCK);
    }

    /** Stops a packet that does not exist yet, known by its title, before it is there. */
    void beforeTheFirst(String title, Runnable act) {
        platform.database().update("insert into crash_point (title, state) values (?, 'GRANTED')", title);
        call(act);
    }

    /**
     * Stops a packet before it, or its delivery or content, becomes something.
     *
     * @param act what brings the step about
     * @param rest what is to do when the step has been taken after all
     */
    void before(String state, Parcel parcel, Consumer<Parcel> act, Consumer<Parcel> rest) {
        stopped.add(new Stopped(state, parcel, states(platform, parcel), act, rest));
        platform.database().update("insert into crash_point (packet_id, state) values (?, ?)", parcel.id(), state);
        call(() -> act.accept(parcel));
    }

    /** Asks for something that is not answered, and waits until the database stands still in the midst of it. */
    private void call(Runnable act) {
        callers.execute(() -> {
            try {
                act.run();
            } catch (RuntimeException | AssertionError cutOff) {
                // What this caller is told is of no interest: the platform is killed under it.
            }
        });
        waiting++;
        standstill.await(LOCK, waiting);
    }

    /** Lets the database go on; who waited has nobody to answer to any more. */
    void letGo() {
        standstill.close();
    }

    /** Each packet stands where it stood before the step; that its content is gone already may show, for that was durable. */
    void assertNothingHappened() {
        for (Stopped one : stopped) {
            if (!one.step().equals("ERASED")) {
                assertThat(states(platform, one.parcel()))
                        .as("before %s", one.step())
                        .isEqualTo(one.before());
            }
        }
    }

    /** Everything that was stopped is asked for again, and each packet goes on to its end. */
    void goOn() {
        for (Stopped one : stopped) {
            one.act().accept(one.parcel());
            one.rest().accept(one.parcel());
        }
    }

    void assertOnceAndErased() {
        stopped.forEach(one -> assertOnceAndErased(platform, one.parcel()));
    }

    /** Its content is erased, no step was taken twice, and nobody was told the same twice. */
    static void assertOnceAndErased(PlatformProcess platform, Parcel parcel) {
        Awaitility.await("content erased")
                .until(() -> platform.database().contentState(parcel.id()).equals("ERASED"));
        assertThat(platform.database()
                        .column(
                                """
                                select subject || ' ' || to_state from packet_history where packet_id = ?
                                group by subject, subject_id, to_state having count(*) > 1
                                union all
                                select type from event where packet_id = ? group by application_id, delivery_id, type having count(*) > 1
                                """,
                                parcel.id(),
                                parcel.id()))
                .as("twice")
                .isEmpty();
        for (Object blob : platform.database()
                .column("select blob_id from packet_file where packet_id = ? and blob_id is not null", parcel.id())) {
            assertThat(platform.blobs().of((UUID) blob)).isEmpty();
        }
    }

    private static String states(PlatformProcess platform, Parcel parcel) {
        return platform.database().packetState(parcel.id())
                + " "
                + platform.database().one("select state from delivery where id = ?", parcel.delivery())
                + " "
                + platform.database().contentState(parcel.id());
    }

    @Override
    public void close() {
        callers.shutdownNow();
        standstill.close();
        platform.database().update("drop table if exists crash_point");
    }
}

package vn.lgsp.client.cli;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.RefusedException;
import vn.lgsp.client.model.Session;

/** Says in time that this application is still there (Điều 5.9); opens a new session when the platform has forgotten this one. */
final class Heartbeat implements AutoCloseable {

    private final LgspClient client;
    private final ScheduledExecutorService timer;
    private volatile Session session;

    Heartbeat(LgspClient client, Session session) {
        this.client = client;
        this.session = session;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lgsp-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        long period = Math.max(1000L, session.heartbeatSeconds() * 500L);
        timer.scheduleWithFixedDelay(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void beat() {
        try {
            client.heartbeat(session.id());
        } catch (RefusedException.NotFound forgotten) {
            reopen();
        } catch (LgspException later) {
            System.getLogger(Heartbeat.class.getName()).log(Level.DEBUG, "No heartbeat", later);
        }
    }

    private void reopen() {
        try {
            session = client.openSession();
        } catch (LgspException later) {
            System.getLogger(Heartbeat.class.getName()).log(Level.DEBUG, "No session", later);
        }
    }
}

package vn.lgsp.launcher;

import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Tells a person what the start is doing: one line with the elapsed seconds per finished step, and a reminder every few
 * seconds while a step takes long. Safe to use from several threads.
 */
public final class Progress {

    private static final long REMINDER_MILLIS = 5_000;

    private final PrintStream out;
    private final Texts texts;
    private final long started;
    private final Timer reminders = new Timer("progress", true);

    public Progress(PrintStream out, Texts texts, long startedNanos) {
        this.out = out;
        this.texts = texts;
        this.started = startedNanos;
    }

    /** Something that can keep the platform from starting. */
    @FunctionalInterface
    public interface Action {
        void run() throws StartFailure;
    }

    /** Runs a step and reminds of it while it takes long. */
    public void during(String key, Action step) throws StartFailure {
        String text = texts.of("progress.still", texts.of(key));
        TimerTask reminder = new TimerTask() {
            @Override
            public void run() {
                line(text);
            }
        };
        reminders.schedule(reminder, REMINDER_MILLIS, REMINDER_MILLIS);
        try {
            step.run();
        } finally {
            reminder.cancel();
        }
    }

    /** One finished step. */
    public void done(String key, Object... arguments) {
        line(texts.of(key, arguments));
    }

    /** A line without the seconds. */
    public void plain(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    public Texts texts() {
        return texts;
    }

    private void line(String text) {
        double seconds = (System.nanoTime() - started) / 1e9;
        plain(String.format(texts.locale(), "[%6.1f s] %s", seconds, text));
    }
}

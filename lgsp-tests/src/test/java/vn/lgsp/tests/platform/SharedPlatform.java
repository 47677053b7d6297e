package vn.lgsp.tests.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The one platform of all black-box and browser tests: started by the first test that asks for it, stopped with the process that runs
 * the tests. Whoever writes tests saves the start with {@code -Dlgsp.running=<home>}, the home of a demonstration that runs already.
 */
public final class SharedPlatform implements LauncherSessionListener {
    private static PlatformProcess platform;

    /** The platform, ready. */
    public static synchronized PlatformProcess get() {
        if (platform == null) {
            String running = System.getProperty("lgsp.running");
            platform = running == null
                    ? PlatformProcess.startWithTls("shared", PlatformProcess.FOR_LONG)
                    : PlatformProcess.running(Path.of(running));
            platform.closeAtExit();
        }
        return platform;
    }

    /** What must happen at some time may take its time on a busy machine; a test that passes does not wait for it. */
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }
}

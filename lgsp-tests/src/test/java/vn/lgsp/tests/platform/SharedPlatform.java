package vn.lgsp.tests.platform;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The one platform of all black-box and browser tests: started by the first test that asks for it, stopped with the last. */
public final class SharedPlatform implements LauncherSessionListener {
    private static PlatformProcess platform;

    /** The platform, ready. */
    public static synchronized PlatformProcess get() {
        if (platform == null) {
            platform = PlatformProcess.start("shared");
        }
        return platform;
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        synchronized (SharedPlatform.class) {
            if (platform != null) {
                platform.close();
                platform = null;
            }
        }
    }
}

package vn.lgsp.tests.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Free ports below those that the system hands out to outgoing connections: a port found free here stays free until the process under test
 * has taken it. Tests that run in several processes at once tell each other by locked files, which are free again when a process ends.
 */
final class Ports {
    private static final int FIRST = 18_600;
    private static final int COUNT = 1_000;
    private static final Path CLAIMS = Path.of(System.getProperty("java.io.tmpdir"), "lgsp-test-ports");
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() % COUNT));

    /** Kept open, and with them the locks, as long as this process lives. */
    private static final Map<Integer, FileChannel> CLAIMED = new HashMap<>();

    private Ports() {}

    static int free() {
        for (int i = 0; i < COUNT; i++) {
            int port = FIRST + NEXT.getAndIncrement() % COUNT;
            if (claimed(port) && unused(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + (FIRST + COUNT - 1));
    }

    private static boolean unused(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static synchronized boolean claimed(int port) {
        if (CLAIMED.containsKey(port)) {
            return false;
        }
        try {
            Files.createDirectories(CLAIMS);
            FileChannel claim = FileChannel.open(
                    CLAIMS.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (claim.tryLock() == null) {
                claim.close();
                return false;
            }
            CLAIMED.put(port, claim);
            return true;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

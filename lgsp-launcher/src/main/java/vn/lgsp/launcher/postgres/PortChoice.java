package vn.lgsp.launcher.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

/** Which port the embedded PostgreSQL listens on. */
final class PortChoice {

    static final int DEFAULT = 54_320;

    private PortChoice() {}

    /**
     * The port that was asked for, or nothing else; otherwise the one of last time, the default, or any free one.
     *
     * @param asked port given by the operator
     * @param remembered port of the last start
     */
    static int choose(Optional<Integer> asked, Optional<Integer> remembered, IntPredicate isFree, IntSupplier anyFree)
            throws StartFailure {
        if (asked.isPresent()) {
            if (!isFree.test(asked.get())) {
                throw new StartFailure(StartError.DATABASE_PORT_TAKEN, Integer.toString(asked.get()));
            }
            return asked.get();
        }
        return remembered
                .filter(isFree::test)
                .or(() -> Optional.of(DEFAULT).filter(isFree::test))
                .orElseGet(anyFree::getAsInt);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return DEFAULT;
        }
    }
}

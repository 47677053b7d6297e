package vn.lgsp.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Duration;

/**
 * A peer's process: it says {@code READY}, then answers each line of its standard input, {@code <way> <threads> <milliseconds>}, with one
 * line of JSON, until the input ends.
 */
abstract class Peer {
    /** Bytes of each message. */
    static final int BYTES = 4096;

    /**
     * Does one round.
     *
     * @param way how messages are sent, e.g. {@code single}
     * @param threads how many send at once, at least 1
     * @param length how long new messages are sent; the round ends when the last of them has been taken
     */
    abstract Round round(String way, int threads, Duration length) throws Exception;

    /** Serves until the input ends; a round that fails ends the process, which threads of libraries would keep alive. */
    final void serve() {
        try {
            answer();
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private void answer() throws Exception {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        answers.println("READY");
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.strip().split(" ");
                answers.println(round(words[0], Integer.parseInt(words[1]), Duration.ofMillis(Long.parseLong(words[2])))
                        .json());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The one who measures is gone.", e);
        }
    }
}

package vn.lgsp.client.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;
import vn.lgsp.client.LgspClient;

/** A command that talks to the platform. */
abstract class ClientCommand implements Callable<Integer> {

    @ParentCommand
    private Root root;

    /** What all commands share. */
    Root root() {
        return root;
    }

    @Override
    public Integer call() {
        try (LgspClient client = root.client()) {
            return run(client, root.output());
        }
    }

    /** Does the work; returns the exit code. */
    abstract int run(LgspClient client, Output output);

    /** An id from the command line. */
    UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new UsageException(root.texts(), "id", text);
        }
    }
}

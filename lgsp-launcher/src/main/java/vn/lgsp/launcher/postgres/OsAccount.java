package vn.lgsp.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

/**
 * The operating system account that PostgreSQL's programs run under. PostgreSQL refuses to run as root; a start by root
 * therefore puts it into a user namespace of its own, where it is nobody but still owns its files, or, where namespaces
 * are forbidden, under another account that is given the files.
 */
final class OsAccount {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");
    private static final int TIMEOUT_SECONDS = 30;

    private final List<String> prefix;
    private final Optional<String> owner;

    private OsAccount(List<String> prefix, Optional<String> owner) {
        this.prefix = List.copyOf(prefix);
        this.owner = owner;
    }

    /**
     * @param wanted the account to use when started by root; empty to choose
     */
    static OsAccount choose(Optional<String> wanted) throws StartFailure {
        if (!isRoot()) {
            return new OsAccount(List.of(), Optional.empty());
        }
        if (wanted.isEmpty() && works(List.of("unshare", "-U", "true"))) {
            return new OsAccount(List.of("unshare", "-U"), Optional.empty());
        }
        for (String name : wanted.map(List::of).orElse(CANDIDATES)) {
            Optional<OsAccount> account = of(name);
            if (account.isPresent()) {
                return account.get();
            }
        }
        throw new StartFailure(StartError.POSTGRESQL_NEEDS_USER, wanted.orElse(String.join(", ", CANDIDATES)));
    }

    private static Optional<OsAccount> of(String name) {
        Optional<String> user = output("id", "-u", name);
        Optional<String> group = output("id", "-g", name);
        if (user.isEmpty() || group.isEmpty()) {
            return Optional.empty();
        }
        List<String> prefix = List.of(
                "setpriv", "--reuid=" + user.get(), "--regid=" + group.get(), "--clear-groups", "--inh-caps=-all");
        List<String> trial = new ArrayList<>(prefix);
        trial.add("true");
        return works(trial)
                ? Optional.of(new OsAccount(prefix, Optional.of(user.get() + ":" + group.get())))
                : Optional.empty();
    }

    /** The command as this account runs it. */
    List<String> running(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /**
     * Gives the directory and what is in it to the account, and lets the account through the directories above it that
     * are the platform's own.
     *
     * @param home the topmost directory that is the platform's own
     */
    void own(Path directory, Path home) throws StartFailure {
        if (owner.isEmpty()) {
            return;
        }
        try {
            for (Path above = directory.getParent();
                    above != null && above.startsWith(home);
                    above = above.getParent()) {
                require(List.of("chmod", "a+x", above.toString()), above);
            }
            require(List.of("chown", "-R", owner.get(), directory.toString()), directory);
        } catch (IOException e) {
            throw StartFailure.ofWriting(directory, e);
        }
    }

    private static void require(List<String> command, Path place) throws IOException, StartFailure {
        Command.Result result = Command.run(command, TIMEOUT_SECONDS);
        if (!result.succeeded()) {
            throw new StartFailure(StartError.HOME_NOT_WRITABLE, place, result.text());
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean works(List<String> command) {
        try {
            return Command.run(command, TIMEOUT_SECONDS).succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> output(String... command) {
        try {
            Command.Result result = Command.run(List.of(command), TIMEOUT_SECONDS);
            return result.succeeded() ? Optional.of(result.text()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

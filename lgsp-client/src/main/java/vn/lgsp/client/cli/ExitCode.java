package vn.lgsp.client.cli;

import vn.lgsp.client.DigestMismatchException;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.RefusedException;
import vn.lgsp.client.UnreachableException;

/** What the process tells the script that started it. */
final class ExitCode {

    static final int OK = 0;

    /** Trouble on this machine, e.g. a full disk. */
    static final int FAILED = 1;

    /** The command line or a file it names is not right. */
    static final int USAGE = 2;

    /** The platform refused. */
    static final int REFUSED = 3;

    /** The platform did not answer. */
    static final int UNREACHABLE = 4;

    /** Content is not what it should be. */
    static final int DIGEST = 5;

    /** What was waited for did not happen in time. */
    static final int WAITED = 6;

    private ExitCode() {}

    static int of(LgspException failure) {
        if (failure instanceof UsageException) {
            return USAGE;
        }
        if (failure instanceof UnreachableException) {
            return UNREACHABLE;
        }
        if (failure instanceof DigestMismatchException) {
            return DIGEST;
        }
        if (failure instanceof RefusedException refusal) {
            return switch (refusal.code()) {
                case "body-digest-mismatch", "content-mismatch", "received-digest-mismatch" -> DIGEST;
                default -> refusal.status() >= 502 && refusal.status() <= 504 ? UNREACHABLE : REFUSED;
            };
        }
        return FAILED;
    }
}

package vn.lgsp.launcher;

/**
 * Everything that can keep the platform from starting, with the exit status of the process. The number in the code and
 * the status never change once released: scripts and service managers depend on them. What happened and how to fix it
 * stands in the bundle under {@code error.<name>} and {@code fix.<name>}.
 */
public enum StartError {
    UNEXPECTED(0, 1),
    USAGE(1, 2),
    JAVA_TOO_OLD(2, 10),
    ALREADY_RUNNING(3, 11),
    HTTP_PORT_TAKEN(4, 12),
    DISK_FULL(5, 13),
    DATABASE_UNREACHABLE(6, 14),
    DATABASE_VERSION(7, 15),
    MIGRATION_FAILED(8, 16),
    MASTER_KEY_MISSING(9, 17),
    HOME_NOT_WRITABLE(10, 18),
    POSTGRESQL_NOT_STARTED(11, 19),
    DEPLOYMENT_FAILED(12, 20),
    NOT_READY(13, 21),
    SETTING_INVALID(14, 22),
    POSTGRESQL_NEEDS_USER(15, 23),
    DISTRIBUTION_INCOMPLETE(16, 24),
    MASTER_KEY_INVALID(17, 25),
    DATABASE_SIGN_IN(18, 26),
    DATABASE_PASSWORD_MISSING(19, 27),
    DATABASE_PORT_TAKEN(20, 28),
    MASTER_KEY_WRONG(21, 29),
    TLS_PORT_TAKEN(22, 30),
    TLS_FILE_INVALID(23, 31);

    private final int number;
    private final int exitStatus;

    StartError(int number, int exitStatus) {
        this.number = number;
        this.exitStatus = exitStatus;
    }

    /** The code as printed, {@code LGSP-START-004}. */
    public String code() {
        return "LGSP-START-%03d".formatted(number);
    }

    /** The exit status of the process, 1–31. */
    public int exitStatus() {
        return exitStatus;
    }
}

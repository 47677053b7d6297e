package vn.lgsp.launcher;

import java.io.IOException;

/** The platform cannot start, for a reason that a person can act on. */
public class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String NO_SPACE = "No space left on device";

    private final StartError error;
    private final transient Object[] arguments;

    public StartFailure(StartError error, Object... arguments) {
        this(null, error, arguments);
    }

    public StartFailure(Throwable cause, StartError error, Object... arguments) {
        super(error.code(), cause);
        this.error = error;
        this.arguments = arguments.clone();
    }

    /**
     * What a failed write means: the disk is full, or the place is not ours to write.
     *
     * @param place the file or directory that was being written
     */
    public static StartFailure ofWriting(Object place, IOException cause) {
        return mentionsFullDisk(cause.getMessage())
                ? new StartFailure(cause, StartError.DISK_FULL, place, 0L, 0L)
                : new StartFailure(cause, StartError.HOME_NOT_WRITABLE, place, String.valueOf(cause.getMessage()));
    }

    /** Whether a message of the system or of PostgreSQL says that there is no space left. */
    public static boolean mentionsFullDisk(String message) {
        return message != null && message.contains(NO_SPACE);
    }

    public StartError error() {
        return error;
    }

    /** Values for the placeholders of the text. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}

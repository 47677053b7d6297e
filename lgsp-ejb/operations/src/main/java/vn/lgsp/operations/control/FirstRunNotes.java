package vn.lgsp.operations.control;

/** What the first steps write down, as settings: facts that nothing else in the database tells. */
public final class FirstRunNotes {
    /** The id of the master key whose backup somebody has vouched for. */
    public static final String KEY_BACKUP = "lgsp.first-run.key-backup";

    /** To whom a test mail was sent that the mail server took. */
    public static final String MAIL_TEST = "lgsp.first-run.mail-test";

    /** {@code sample} or {@code empty}: what the platform begins with. */
    public static final String BEGINNING = "lgsp.first-run.beginning";

    /** {@code true} when somebody has said that the first steps are over. */
    public static final String FINISHED = "lgsp.first-run.finished";

    private FirstRunNotes() {}
}

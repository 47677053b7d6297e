package vn.lgsp.operations.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import vn.lgsp.model.Staff;

/** What the first steps write down, as settings: facts that nothing else in the database tells. */
@Stateless
public class FirstRunNotes {
    /** The id of the master key whose backup somebody has vouched for. */
    public static final String KEY_BACKUP = "lgsp.first-run.key-backup";

    /** To whom a test mail was sent that the mail server took. */
    public static final String MAIL_TEST = "lgsp.first-run.mail-test";

    /** {@code sample} or {@code empty}: what the platform begins with. */
    public static final String BEGINNING = "lgsp.first-run.beginning";

    /** {@code true} when somebody has said that the first steps are over. */
    public static final String FINISHED = "lgsp.first-run.finished";

    private static final String REASON = "Thiết lập ban đầu của nền tảng";
    private static final int ANY_VERSION = -1;

    @Inject
    private SettingStore store;

    /** Writes one down, with who and when. */
    public void write(Staff staff, String key, String value) {
        store.change(staff, key, value, REASON, ANY_VERSION);
    }
}

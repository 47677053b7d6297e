package vn.lgsp.operations.boundary;

import java.time.Instant;
import java.util.Locale;

/**
 * One item of a job.
 *
 * @param position from 1, in the order in which the items were given
 * @param errorCode outside code of the error catalogue; null unless refused or failed
 * @param detailVi why in Vietnamese; null unless refused or failed
 * @param detailEn why in English; null unless refused or failed
 * @param at when it got its outcome; null while it waits
 */
public record JobItemView(
        int position, String item, JobOutcome outcome, String errorCode, String detailVi, String detailEn, Instant at) {

    /** Why it was refused or failed, in the language; null otherwise. */
    public String detail(Locale locale) {
        return locale.getLanguage().equals("en") ? detailEn : detailVi;
    }
}

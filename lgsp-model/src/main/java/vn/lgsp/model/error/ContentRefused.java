package vn.lgsp.model.error;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Locale;

/** Content that breaks the rules of its data type (Điều 3.6, 8.2): the refusal names where, so that the source can mend it. */
@ApplicationException(rollback = true)
public class ContentRefused extends LgspException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * One place at fault.
     *
     * @param file name of the file; null where it is the files together
     * @param line from 1; 0 where there is none
     * @param column from 1; 0 where there is none
     * @param path where in the document, from its root, e.g. {@code /hoSo/ma[2]}; null where there is none
     * @param reason a key of the bundle {@code vn.lgsp.model.error.Fields}
     * @param detail what the reader of the document says, in English; it may quote the document and is told to nobody but its sender; null
     *     where there is nothing more to say
     */
    public record Violation(String file, int line, int column, String path, String reason, String detail) {

        /** The reason in words. */
        public String words(Locale locale) {
            return ErrorTexts.reason(new FieldError(file, reason), locale);
        }
    }

    /** A refusal for these reasons; at least one. */
    public ContentRefused(List<Violation> violations) {
        super(ErrorCode.CONTENT_INVALID, violations.size());
        this.violations = List.copyOf(violations);
    }

    /** The places at fault, in the order of the content. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}

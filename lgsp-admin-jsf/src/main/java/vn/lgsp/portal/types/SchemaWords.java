package vn.lgsp.portal.types;

import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;

/** Why something was refused; of a schema also the place that its compiler names. */
final class SchemaWords {
    private SchemaWords() {}

    static String of(Explanation explanation, LgspException refusal) {
        String why = explanation.of(refusal);
        return refusal.code() == ErrorCode.SCHEMA_UNUSABLE ? why + " " + refusal.arguments()[0] : why;
    }
}

package vn.lgsp.web.view;

import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.routing.boundary.ErasureReceipt;
import vn.lgsp.routing.boundary.FormView;

/** Forms of packets (Điều 8.4), as the contract names them. */
public final class FormViews {
    private FormViews() {}

    /** Schema PacketTransformation. */
    public record Form(String code, int version, String dataType, boolean made, List<Problem> problems) {
        /** The form; null for what was sent. */
        public static Form of(FormView form) {
            return form == null
                    ? null
                    : new Form(
                            form.transformation(),
                            form.version(),
                            form.dataType(),
                            form.made(),
                            form.problems().isEmpty()
                                    ? null
                                    : form.problems().stream().map(Problem::of).toList());
        }
    }

    /** Schema ConversionProblem: its reason is a key that never changes, its detail says nothing of the content. */
    public record Problem(String file, Integer line, Integer column, String path, String reason, String detail) {
        static Problem of(Violation place) {
            return new Problem(
                    place.file(),
                    place.line() > 0 ? place.line() : null,
                    place.column() > 0 ? place.column() : null,
                    place.path(),
                    place.reason(),
                    place.detail());
        }
    }

    /** Schema ErasedForm. */
    public record Erased(Form transformation, List<Outputs.File> files) {
        static Erased of(ErasureReceipt.ErasedForm erased) {
            return new Erased(
                    Form.of(erased.form()),
                    erased.files().stream().map(Outputs.File::of).toList());
        }
    }
}

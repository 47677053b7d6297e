package vn.lgsp.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.lgsp.model.registry.Transformation.Ends;
import vn.lgsp.model.registry.TransformationKind;
import vn.lgsp.registry.boundary.ConversionTrial;
import vn.lgsp.registry.boundary.FormTaken;
import vn.lgsp.registry.boundary.TransformationDrafts.NewTransformation;
import vn.lgsp.registry.boundary.TransformationEvent;
import vn.lgsp.registry.boundary.TransformationVersionView;
import vn.lgsp.registry.boundary.TransformationView;

/** Transformations, in and out, as the contract names them. */
public final class TransformationViews {
    private TransformationViews() {}

    /** Schema Transformation. */
    public record Transformation(
            String code,
            String nameVi,
            String nameEn,
            String fromType,
            String toType,
            List<String> mediaIn,
            String mediaOut,
            Integer currentVersion,
            List<Version> versions,
            int takers) {
        /** The transformation with its versions. */
        public static Transformation of(TransformationView view) {
            return new Transformation(
                    view.code(),
                    view.nameVi(),
                    view.nameEn(),
                    view.ends().fromType(),
                    view.ends().toType(),
                    view.ends().mediaIn(),
                    view.ends().mediaOut(),
                    view.current(),
                    view.versions().stream().map(Version::of).toList(),
                    view.takers());
        }
    }

    /** Schema TransformationVersion. */
    public record Version(
            int number,
            String state,
            String kind,
            String program,
            List<Sample> samples,
            String draftedBy,
            Instant draftedAt,
            String publishedBy,
            Instant publishedAt) {
        /** One version. */
        public static Version of(TransformationVersionView view) {
            return new Version(
                    view.number(),
                    view.state().code(),
                    Constants.of(view.kind()),
                    view.program(),
                    view.samples().stream()
                            .map(sample -> new Sample(sample.name(), sample.mediaType(), sample.size()))
                            .toList(),
                    view.draftedName(),
                    view.draftedAt(),
                    view.publishedName(),
                    view.publishedAt());
        }
    }

    /** Schema TransformationSample. */
    public record Sample(String name, String mediaType, int size) {}

    /** Schema NewTransformation. */
    public record New(
            String code,
            String nameVi,
            String nameEn,
            String fromType,
            String toType,
            List<String> mediaIn,
            String mediaOut,
            String kind,
            String program) {

        /** The wish; what is out of bounds is refused by the core. */
        public NewTransformation wish() {
            return new NewTransformation(
                    code,
                    nameVi,
                    nameEn,
                    new Ends(
                            fromType,
                            toType,
                            mediaIn == null
                                    ? List.of()
                                    : mediaIn.stream()
                                            .map(one -> one == null ? "" : one)
                                            .toList(),
                            mediaOut),
                    Constants.read("kind", kind, TransformationKind.class),
                    program);
        }
    }

    /** Schema TransformationProgram. */
    public record Program(String kind, String program) {

        /** The kind that is wanted; null where none is named. */
        public TransformationKind wantedKind() {
            return Constants.read("kind", kind, TransformationKind.class);
        }
    }

    /** Schema TransformationEvent. */
    public record Line(int version, Instant at, String actor, String act, String reason) {
        /** What was done, in the words of the contract. */
        public static Line of(TransformationEvent event) {
            return new Line(event.number(), event.at(), event.actor(), Constants.of(event.act()), event.reason());
        }
    }

    /** Schema ConversionTrial. */
    public record Trial(
            boolean passed, String name, String mediaType, byte[] result, List<TypeViews.Violation> problems) {
        /** How a sample fared. */
        public static Trial of(ConversionTrial trial, Locale locale) {
            return new Trial(
                    trial.passed(),
                    trial.name(),
                    trial.mediaType(),
                    trial.result(),
                    trial.problems().stream()
                            .map(one -> TypeViews.Violation.of(one, locale))
                            .toList());
        }
    }

    /** Schema TakenForm. */
    public record Taken(
            String application, String agency, String dataType, String transformation, String setBy, Instant setAt) {
        /** The form. */
        public static Taken of(FormTaken taken) {
            return new Taken(
                    taken.application(),
                    taken.agency(),
                    taken.dataType(),
                    taken.transformation(),
                    taken.setBy(),
                    taken.setAt());
        }
    }

    /** Schema TakenFormInput. */
    public record Wish(String transformation) {}
}

package vn.lgsp.portal.transformations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Transformation.Ends;
import vn.lgsp.model.registry.TransformationKind;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.versions.VersionWords;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.TransformationDrafts;
import vn.lgsp.registry.boundary.TransformationDrafts.NewTransformation;
import vn.lgsp.registry.boundary.TransformationVersionView;
import vn.lgsp.registry.boundary.TransformationView;
import vn.lgsp.registry.boundary.Transformations;

/** Drafting a transformation: what it makes of what, its program and its samples. */
@Named
@RequestScoped
public class TransformationForm {
    private static final String KIND = "kieu";

    @Inject
    private Transformations transformations;

    @Inject
    private TransformationDrafts drafts;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private VersionWords words;

    @Inject
    private Submission submission;

    private TransformationView transformation;
    private TransformationVersionView draft;
    private String program;
    private String sample;

    @PostConstruct
    void read() {
        if (!submission.sent("ma")) {
            return;
        }
        transformation = transformations.find(me.staff(), submission.typed("ma"));
        draft = transformation.versions().get(0);
        if (draft.state() != VersionState.DRAFT
                || !drafts.choices(me.staff(), transformation, draft).change()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        program = draft.program();
    }

    /** The transformation whose draft is written; null while one is made. */
    public TransformationView getTransformation() {
        return transformation;
    }

    public TransformationVersionView getDraft() {
        return draft;
    }

    /** What was typed into a field. */
    public String value(String name) {
        return submission.typed(name);
    }

    /** The kind that is chosen. */
    public String getKind() {
        return submission.sent(KIND) || draft == null
                ? submission.typed(KIND)
                : draft.kind().name();
    }

    public List<Choice> getKinds() {
        return Arrays.stream(TransformationKind.values())
                .map(kind -> new Choice(kind.name(), texts.of("transformation-kind", kind)))
                .toList();
    }

    /** The types of data. */
    public List<Choice> getTypes() {
        return directory.dataTypes().stream()
                .map(type ->
                        new Choice(type.code(), words.name(type.nameVi(), type.nameEn()) + " (" + type.code() + ")"))
                .toList();
    }

    private TransformationKind kind() {
        return Arrays.stream(TransformationKind.values())
                .filter(kind -> kind.name().equals(submission.typed(KIND)))
                .findFirst()
                .orElse(null);
    }

    /** Drafts what the form describes. */
    public void create() throws IOException {
        submission.fill(() -> {
            NewTransformation wanted = new NewTransformation(
                    value("ma-phep"),
                    value("ten"),
                    value("ten-anh"),
                    new Ends(value("tu"), value("den"), words(value("kieu-vao")), value("kieu-ra")),
                    kind(),
                    lines(program));
            drafts.create(me.staff(), wanted);
            return Submission.done(Paths.TRANSFORMATION_DRAFT + "?ma=" + Paths.encode(wanted.code()), "create");
        });
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String lines(String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }

    /** Changes the program of the draft. */
    public void edit() throws IOException {
        submission.fill(() -> {
            drafts.edit(me.staff(), transformation.code(), draft.number(), submission.seen(), kind(), lines(program));
            return path("edit");
        });
    }

    /** Stores a sample with the draft. */
    public void put() throws IOException {
        submission.fill(() -> {
            byte[] content = (sample == null ? "" : lines(sample)).getBytes(StandardCharsets.UTF_8);
            drafts.put(
                    me.staff(),
                    transformation.code(),
                    draft.number(),
                    submission.seen(),
                    value("mau"),
                    transformation.ends().mediaIn().get(0),
                    content);
            return path("put");
        });
    }

    /** Takes a sample out of the draft. */
    public void remove() throws IOException {
        submission.fill(() -> {
            drafts.remove(me.staff(), transformation.code(), draft.number(), submission.seen(), submission.typed("bo"));
            return path("remove");
        });
    }

    private String path(String done) {
        return Submission.done(Paths.TRANSFORMATION_DRAFT + "?ma=" + transformation.code(), done);
    }

    public String getProgram() {
        return program;
    }

    public void setProgram(String program) {
        this.program = program;
    }

    public String getSample() {
        return sample;
    }

    public void setSample(String sample) {
        this.sample = sample;
    }
}

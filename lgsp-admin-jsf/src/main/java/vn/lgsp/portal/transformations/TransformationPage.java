package vn.lgsp.portal.transformations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.versions.VersionWords;
import vn.lgsp.registry.boundary.TransformationDrafts;
import vn.lgsp.registry.boundary.TransformationEvent;
import vn.lgsp.registry.boundary.TransformationVersionView;
import vn.lgsp.registry.boundary.TransformationView;
import vn.lgsp.registry.boundary.Transformations;
import vn.lgsp.registry.boundary.VersionChoices;

/** One transformation: the program of a version, samples before and after, who takes it, what was done (portal.md 5.4). */
@Named
@RequestScoped
public class TransformationPage {
    private static final int MOST = 100;
    private static final String PROGRAM = "chuong-trinh";

    @Inject
    private Transformations transformations;

    @Inject
    private TransformationDrafts drafts;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private VersionWords words;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private Submission submission;

    private TransformationView transformation;
    private TransformationVersionView version;
    private VersionChoices choices;
    private String tab;
    private ReasonAct retire;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    @PostConstruct
    void read() {
        transformation = transformations.find(me.staff(), submission.typed("ma"));
        int usual = transformation.current() == null
                ? transformation.versions().get(0).number()
                : transformation.current();
        version = transformation.version(submission.number("ban-so", usual));
        if (version == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        choices = drafts.choices(me.staff(), transformation, version);
        tab = tabs().filter(key -> key.equals(submission.typed("tab")))
                .findFirst()
                .orElse(PROGRAM);
        retire = new ReasonAct(
                explanation,
                redirect,
                Submission.done(address(version.number()), "retire"),
                reason ->
                        drafts.retire(me.staff(), transformation.code(), version.number(), submission.seen(), reason));
    }

    private static Stream<String> tabs() {
        return Stream.of(PROGRAM, "thu", "ung-dung", "lich-su");
    }

    public List<TabLink> getTabs() {
        return tabs().map(key -> new TabLink(key, address(version.number()) + "&tab=" + key, key.equals(tab)))
                .toList();
    }

    /** Where a version is shown. */
    public String address(int number) {
        return Paths.TRANSFORMATION + "?ma=" + transformation.code() + "&ban-so=" + number;
    }

    public TransformationView getTransformation() {
        return transformation;
    }

    public TransformationVersionView getVersion() {
        return version;
    }

    public String getTab() {
        return tab;
    }

    public String getName() {
        return words.name(transformation.nameVi(), transformation.nameEn());
    }

    /** The media types of files that are converted. */
    public String getMediaIn() {
        return String.join(", ", transformation.ends().mediaIn());
    }

    /** Whether the person may write the draft that is shown. */
    public boolean isWritable() {
        return choices.change() && version.state() == VersionState.DRAFT;
    }

    /** Whether the person may begin the next version. */
    public boolean isDraftable() {
        return choices.change() && transformation.versions().get(0).state() != VersionState.DRAFT;
    }

    public boolean isPublishable() {
        return choices.publish();
    }

    /** Whether the version may be ended. */
    public boolean isRetirable() {
        return choices.change()
                && (version.state() == VersionState.PUBLISHED || version.state() == VersionState.REPLACED);
    }

    public ReasonAct getRetire() {
        return retire;
    }

    public List<TransformationEvent> getHistory() {
        return transformations.history(me.staff(), transformation.code(), MOST);
    }

    /** Begins the next version. */
    public void draft() throws IOException {
        act("draft", () -> drafts.draft(me.staff(), transformation.code())
                .versions()
                .get(0)
                .number());
    }

    /** Puts the draft in force. */
    public void publish() throws IOException {
        act("publish", () -> {
            drafts.publish(me.staff(), transformation.code(), version.number(), submission.seen());
            return version.number();
        });
    }

    private void act(String done, Supplier<Integer> act) throws IOException {
        submission.take(() -> Submission.done(address(act.get()), done));
    }
}

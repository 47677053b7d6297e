package vn.lgsp.portal.types;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.versions.VersionWords;
import vn.lgsp.registry.boundary.DataTypeDrafts;
import vn.lgsp.registry.boundary.DataTypeVersionView;
import vn.lgsp.registry.boundary.DataTypeView;
import vn.lgsp.registry.boundary.DataTypes;
import vn.lgsp.registry.boundary.TypeEvent;
import vn.lgsp.registry.boundary.VersionChoices;

/** One data type: the rules and the schema of a version, its versions side by side, a sample to try, what was done (portal.md 5.3). */
@Named
@RequestScoped
public class DataTypePage {
    private static final int MOST = 100;
    private static final String RULES = "quy-dinh";

    @Inject
    private DataTypes types;

    @Inject
    private DataTypeDrafts drafts;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private VersionWords words;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private Submission submission;

    private DataTypeView type;
    private DataTypeVersionView version;
    private VersionChoices choices;
    private String tab;
    private ReasonAct deprecate;
    private ReasonAct retire;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    /** A document of the schema with its text. */
    public record Document(String name, String text) {}

    /** A rule in words. */
    public record Rule(String label, String value) {}

    @PostConstruct
    void read() {
        type = types.find(me.staff(), submission.typed("ma"));
        version =
                named("ban-so", type.current() == null ? type.versions().get(0).number() : type.current());
        choices = drafts.choices(me.staff(), type, version);
        String wish = submission.typed("tab");
        tab = tabs().filter(key -> key.equals(wish)).findFirst().orElse(RULES);
        deprecate = end(
                "deprecate",
                reason -> drafts.deprecate(me.staff(), type.code(), version.number(), submission.seen(), reason));
        retire = end(
                "retire",
                reason -> drafts.retire(me.staff(), type.code(), version.number(), submission.seen(), reason));
    }

    private ReasonAct end(String done, ReasonAct.Doing doing) {
        return new ReasonAct(explanation, redirect, Submission.done(address(version.number()), done), doing);
    }

    private DataTypeVersionView named(String parameter, int otherwise) {
        return type.version(submission.number(parameter, otherwise))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private static Stream<String> tabs() {
        return Stream.of(RULES, "thu", "so-sanh", "lich-su");
    }

    public List<TabLink> getTabs() {
        return tabs().map(key -> new TabLink(key, address(version.number()) + "&tab=" + key, key.equals(tab)))
                .toList();
    }

    /** Where a version of the type is shown. */
    public String address(int number) {
        return Paths.DATA_TYPE + "?ma=" + type.code() + "&ban-so=" + number;
    }

    public DataTypeView getType() {
        return type;
    }

    public DataTypeVersionView getVersion() {
        return version;
    }

    public String getName() {
        return words.name(type.nameVi(), type.nameEn());
    }

    public String getTab() {
        return tab;
    }

    /** Whether the person may write the draft that is shown. */
    public boolean isWritable() {
        return choices.change() && version.state() == VersionState.DRAFT;
    }

    /** Whether the person may begin the next version. */
    public boolean isDraftable() {
        return choices.change() && type.versions().get(0).state() != VersionState.DRAFT;
    }

    public boolean isPublishable() {
        return choices.publish();
    }

    /** Whether the version may be marked as old. */
    public boolean isDeprecatable() {
        return choices.change() && version.state() == VersionState.PUBLISHED;
    }

    /** Whether the version may be ended. */
    public boolean isRetirable() {
        return choices.change() && version.state().usable();
    }

    /** The rules in words. */
    public List<Rule> getRules() {
        return VersionDiff.words(version, texts, format).entrySet().stream()
                .map(rule -> new Rule(texts.get(rule.getKey()), rule.getValue()))
                .toList();
    }

    /** The documents of the schema. */
    public List<Document> getDocuments() {
        return version.documents().keySet().stream()
                .map(name -> new Document(name, text(version, name)))
                .toList();
    }

    private String text(DataTypeVersionView of, String name) {
        return of.documents().containsKey(name)
                ? new String(types.document(me.staff(), type.code(), of.number(), name), StandardCharsets.UTF_8)
                : "";
    }

    /** Begins the next version. */
    public void draft() throws IOException {
        act("draft", () -> drafts.draft(me.staff(), type.code()).versions().get(0));
    }

    /** Puts the draft in force. */
    public void publish() throws IOException {
        act("publish", () -> {
            drafts.publish(me.staff(), type.code(), version.number(), submission.seen());
            return version;
        });
    }

    private void act(String done, Supplier<DataTypeVersionView> act) throws IOException {
        submission.take(
                () -> Submission.done(address(act.get().number()), done),
                refusal -> SchemaWords.of(explanation, refusal));
    }

    /** The other versions to compare with. */
    public List<Choice> getOthers() {
        return words.others(type.versions(), version);
    }

    /** The number of the version that is compared with; empty when there is none. */
    public String getOther() {
        return words.other(getOthers(), submission.typed("voi"), version);
    }

    /** How the version differs from the other one. */
    public VersionDiff getDiff() {
        return VersionDiff.of(
                type.version(Integer.parseInt(getOther())).orElseThrow(), version, this::text, texts, format);
    }

    public List<TypeEvent> getHistory() {
        return types.history(me.staff(), type.code(), MOST);
    }

    public ReasonAct getDeprecate() {
        return deprecate;
    }

    public ReasonAct getRetire() {
        return retire;
    }
}

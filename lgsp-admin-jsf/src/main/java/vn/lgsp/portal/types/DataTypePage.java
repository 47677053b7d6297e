package vn.lgsp.portal.types;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.VersionState;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.DataTypeDrafts;
import vn.lgsp.registry.boundary.DataTypeVersionView;
import vn.lgsp.registry.boundary.DataTypeView;
import vn.lgsp.registry.boundary.DataTypes;
import vn.lgsp.registry.boundary.TypeEvent;

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
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private DataTypeView type;
    private DataTypeVersionView version;
    private DataTypeDrafts.Choices choices;
    private String tab;
    private ReasonAct deprecate;
    private ReasonAct retire;
    private String problem;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    /** A document of the schema with its text. */
    public record Document(String name, String text) {}

    /** A rule in words. */
    public record Rule(String label, String value) {}

    @PostConstruct
    void read() {
        type = types.find(me.staff(), request.getParameter("ma"));
        version =
                named("ban-so", type.current() == null ? type.versions().get(0).number() : type.current());
        choices = drafts.choices(me.staff(), type, version);
        String wish = request.getParameter("tab");
        tab = tabs().filter(key -> key.equals(wish)).findFirst().orElse(RULES);
        deprecate =
                act("deprecate", reason -> drafts.deprecate(me.staff(), type.code(), version.number(), seen(), reason));
        retire = act("retire", reason -> drafts.retire(me.staff(), type.code(), version.number(), seen(), reason));
    }

    private ReasonAct act(String done, ReasonAct.Doing doing) {
        return new ReasonAct(explanation, redirect, path(version.number(), done), doing);
    }

    private DataTypeVersionView named(String parameter, int otherwise) {
        String text = request.getParameter(parameter);
        int number = text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
        DataTypeVersionView found = type.version(number);
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
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

    private String path(int number, String done) {
        return address(number) + "&xong=" + done;
    }

    public DataTypeView getType() {
        return type;
    }

    public DataTypeVersionView getVersion() {
        return version;
    }

    public String getName() {
        return texts.get("type.language").equals("en") ? type.nameEn() : type.nameVi();
    }

    public String getTab() {
        return tab;
    }

    public String state(DataTypeVersionView one) {
        return texts.of("version-state", one.state());
    }

    public String tone(DataTypeVersionView one) {
        return TypeTones.of(one.state());
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
        doing(() -> {
            int number = drafts.draft(me.staff(), type.code()).versions().get(0).number();
            redirect.to(path(number, "draft"));
        });
    }

    /** Puts the draft in force. */
    public void publish() throws IOException {
        doing(() -> {
            drafts.publish(me.staff(), type.code(), version.number(), seen());
            redirect.to(path(version.number(), "publish"));
        });
    }

    /** Something that the page does. */
    private interface Doing {
        void run() throws IOException;
    }

    private void doing(Doing act) throws IOException {
        try {
            act.run();
        } catch (LgspException refusal) {
            problem = SchemaWords.of(explanation, refusal);
        }
    }

    private Integer seen() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
    }

    /** The other versions to compare with. */
    public List<Choice> getOthers() {
        return type.versions().stream()
                .filter(other -> other != version)
                .map(other -> new Choice(
                        Integer.toString(other.number()),
                        texts.with("type.version-state", format.number(other.number()), state(other))))
                .toList();
    }

    /** The number of the version that is compared with: the one asked for, or the one before; empty when there is none. */
    public String getOther() {
        String asked = request.getParameter("voi");
        List<String> numbers = getOthers().stream().map(Choice::value).toList();
        if (asked != null && numbers.contains(asked)) {
            return asked;
        }
        return numbers.stream()
                .filter(number -> Integer.parseInt(number) < version.number())
                .findFirst()
                .orElse(numbers.isEmpty() ? "" : numbers.get(0));
    }

    /** How the version differs from the other one. */
    public VersionDiff getDiff() {
        return VersionDiff.of(type.version(Integer.parseInt(getOther())), version, this::text, texts, format);
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

    public String getProblem() {
        return problem;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "type.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }
}

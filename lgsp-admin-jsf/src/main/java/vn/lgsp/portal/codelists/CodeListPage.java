package vn.lgsp.portal.codelists;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Days;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.versions.VersionWords;
import vn.lgsp.registry.boundary.CodeListDrafts;
import vn.lgsp.registry.boundary.CodeListView;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.boundary.CodeListView.Version;
import vn.lgsp.registry.boundary.CodeLists;
import vn.lgsp.registry.boundary.TypeEvent;
import vn.lgsp.registry.boundary.VersionChoices;

/** One list of codes: the codes of a version, its versions side by side, what was done (portal.md 6.4). */
@Named
@RequestScoped
public class CodeListPage {
    private static final int ROWS = 50;
    private static final int MOST = 100;
    private static final String CODES = "gia-tri";
    private static final String COMPARE = "so-sanh";

    @Inject
    private CodeLists lists;

    @Inject
    private CodeListDrafts drafts;

    @Inject
    private VersionWords words;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Submission submission;

    private CodeListView list;
    private Version version;
    private VersionChoices choices;
    private String tab;
    private List<Entry> entries;
    private List<Change> changes;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    /** What one code was and is, in words; null where a version does not have it. */
    public record Change(String code, String before, String after) {}

    @PostConstruct
    void read() {
        list = lists.find(me.staff(), submission.typed("ma"));
        int usual = list.current() == null ? list.versions().get(0).number() : list.current();
        version = list.version(submission.number("ban-so", usual))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        choices = drafts.choices(me.staff(), list, version);
        tab = tabs().filter(key -> key.equals(submission.typed("tab")))
                .findFirst()
                .orElse(CODES);
    }

    private static Stream<String> tabs() {
        return Stream.of(CODES, "phien-ban", COMPARE, "lich-su");
    }

    public List<TabLink> getTabs() {
        return tabs().map(key -> new TabLink(key, address(version.number()) + "&tab=" + key, key.equals(tab)))
                .toList();
    }

    /** Where a version of the list is shown. */
    public String address(int number) {
        return Paths.CODE_LIST + "?ma=" + list.code() + "&ban-so=" + number;
    }

    public CodeListView getList() {
        return list;
    }

    public Version getVersion() {
        return version;
    }

    public String getTab() {
        return tab;
    }

    public String getName() {
        return words.name(list.nameVi(), list.nameEn());
    }

    /** Whether the person may write the draft that is shown. */
    public boolean isWritable() {
        return choices.change() && version.state() == VersionState.DRAFT;
    }

    /** Whether the person may begin the next version. */
    public boolean isDraftable() {
        return choices.change() && list.versions().get(0).state() != VersionState.DRAFT;
    }

    public boolean isPublishable() {
        return choices.publish();
    }

    /** What was looked for among the codes; empty for all. */
    public String getText() {
        return submission.typed("q");
    }

    /** The codes of this page. */
    public List<Entry> getEntries() {
        return page(found());
    }

    private List<Entry> found() {
        if (entries == null) {
            entries = lists.entries(
                    me.staff(), list.code(), version.number(), getText(), submission.typed("sau"), ROWS + 1);
        }
        return entries;
    }

    /** Where the page after this one is; null on the last. */
    public String getNext() {
        return found().size() <= ROWS
                ? null
                : first() + "&sau=" + Paths.encode(found().get(ROWS - 1).code());
    }

    /** Where the first page is; null on the first. */
    public String getFirst() {
        return submission.typed("sau").isEmpty() ? null : first();
    }

    private String first() {
        String wanted = getText().isEmpty() ? "" : "&q=" + Paths.encode(getText());
        return address(version.number()) + wanted;
    }

    /** The days on which a code counts, in words. */
    public String days(Entry entry) {
        return entry.validFrom() == null && entry.validTo() == null
                ? texts.get("code-list.always")
                : day(entry.validFrom()) + " – " + day(entry.validTo());
    }

    private static String day(LocalDate day) {
        return day == null ? "…" : Days.write(day);
    }

    /** Where a code of the draft is changed. */
    public String edit(Entry entry) {
        return Paths.CODE_LIST_DRAFT + "?ma=" + list.code() + "&sua=" + Paths.encode(entry.code());
    }

    /** The other versions to compare with. */
    public List<Choice> getOthers() {
        return words.others(list.versions(), version);
    }

    /** The number of the version that is compared with; empty when there is none. */
    public String getOther() {
        return words.other(getOthers(), submission.typed("voi"), version);
    }

    /** The codes that differ from the other version, those of this page. */
    public List<Change> getChanges() {
        return page(differing());
    }

    private List<Change> differing() {
        if (changes == null) {
            int other = Integer.parseInt(getOther());
            changes =
                    lists
                            .changes(
                                    me.staff(), list.code(), other, version.number(), submission.typed("sau"), ROWS + 1)
                            .stream()
                            .map(one -> new Change(
                                    (one.now() == null ? one.before() : one.now()).code(),
                                    whole(one.before()),
                                    whole(one.now())))
                            .toList();
        }
        return changes;
    }

    /** Where the page of differences after this one is; null on the last. */
    public String getNextChanges() {
        return differing().size() <= ROWS
                ? null
                : address(version.number()) + "&tab=" + COMPARE + "&voi=" + getOther() + "&sau="
                        + Paths.encode(differing().get(ROWS - 1).code());
    }

    private String whole(Entry entry) {
        return entry == null ? null : entry.nameVi() + " · " + entry.nameEn() + " · " + days(entry);
    }

    private static <T> List<T> page(List<T> rows) {
        return rows.subList(0, Math.min(ROWS, rows.size()));
    }

    public List<TypeEvent> getHistory() {
        return lists.history(me.staff(), list.code(), MOST);
    }

    /** Begins the next version. */
    public void draft() throws IOException {
        act("draft", () -> drafts.draft(me.staff(), list.code()).versions().get(0));
    }

    /** Puts the draft in force. */
    public void publish() throws IOException {
        act("publish", () -> {
            drafts.publish(me.staff(), list.code(), version.number(), submission.seen());
            return version;
        });
    }

    private void act(String done, Supplier<Version> act) throws IOException {
        submission.take(() -> Submission.done(address(act.get().number()), done));
    }
}

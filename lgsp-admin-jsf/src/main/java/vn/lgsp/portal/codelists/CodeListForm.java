package vn.lgsp.portal.codelists;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.list.Days;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.versions.Owners;
import vn.lgsp.registry.boundary.CodeListDrafts;
import vn.lgsp.registry.boundary.CodeListView;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.boundary.CodeListView.Version;
import vn.lgsp.registry.boundary.CodeLists;

/** Registering a list of codes, and writing its draft: code by code, or a whole table at once. */
@Named
@RequestScoped
public class CodeListForm {
    private static final String OWNER = "don-vi";
    private static final String EDITED = "sua";
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d{1,9})]\\.(\\w+)");

    /** A draft with no more codes than these is shown as a table to be changed. */
    private static final int SHOWN = 200;

    /** How many faults of a table are told at once. */
    private static final int FAULTS = 100;

    @Inject
    private CodeLists lists;

    @Inject
    private CodeListDrafts drafts;

    @Inject
    private Owners owners;

    @Inject
    private Me me;

    @Inject
    private Submission submission;

    private final Map<String, String> known = new HashMap<>();
    private CodeListView list;
    private Version draft;
    private String table;

    /** What is wrong on a line of the table. */
    public record Fault(int line, String column, String reason) {}

    @PostConstruct
    void read() {
        if (!submission.sent("ma")) {
            return;
        }
        list = lists.find(me.staff(), submission.typed("ma"));
        draft = list.versions().get(0);
        if (draft.state() != VersionState.DRAFT
                || !drafts.choices(me.staff(), list, draft).change()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        if (!getEdited().isEmpty()) {
            remember(lists.entry(me.staff(), list.code(), draft.number(), getEdited()));
        }
    }

    private void remember(Entry entry) {
        known.put("ma-gia-tri", entry.code());
        known.put("ten", entry.nameVi());
        known.put("ten-anh", entry.nameEn());
        known.put("tu", entry.validFrom() == null ? "" : Days.write(entry.validFrom()));
        known.put("den", entry.validTo() == null ? "" : Days.write(entry.validTo()));
    }

    /** The list whose draft is written; null while one is registered. */
    public CodeListView getList() {
        return list;
    }

    public Version getDraft() {
        return draft;
    }

    /** What stands in a field: what was typed, or what is known. */
    public String value(String name) {
        return submission.sent(name) ? submission.typed(name) : known.getOrDefault(name, "");
    }

    /** The agency that is to own it: what was typed, or the person's own. */
    public String getOwner() {
        return submission.sent(OWNER) ? submission.typed(OWNER) : owners.own();
    }

    /** Registers what the form describes. */
    public void create() throws IOException {
        submission.fill(() -> {
            String code = value("ma-bang");
            owners.reaching(() -> drafts.create(
                    me.staff(), code, value("ten"), value("ten-anh"), owners.typed(submission.typed(OWNER))));
            return Submission.done(Paths.CODE_LIST_DRAFT + "?ma=" + Paths.encode(code), "create");
        });
    }

    /** Puts one code into the draft. */
    public void put() throws IOException {
        submission.fill(() -> {
            Entry entry = new Entry(
                    value("ma-gia-tri"), value("ten"), value("ten-anh"), day("tu", "validFrom"), day("den", "validTo"));
            drafts.put(me.staff(), list.code(), draft.number(), submission.seen(), entry);
            return Submission.done(Paths.CODE_LIST_DRAFT + "?ma=" + list.code(), "put");
        });
    }

    /** The code that the address names, to be changed or taken out; empty for none. */
    public String getEdited() {
        return submission.typed(EDITED);
    }

    /** Takes the code out of the draft. */
    public void remove() throws IOException {
        submission.take(() -> {
            drafts.remove(me.staff(), list.code(), draft.number(), submission.seen(), getEdited());
            return Submission.done(Paths.CODE_LIST + "?ma=" + list.code() + "&ban-so=" + draft.number(), "remove");
        });
    }

    private LocalDate day(String name, String field) {
        String text = value(name);
        Optional<LocalDate> day = Days.readAny(text);
        if (!text.isEmpty() && day.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, "form")));
        }
        return day.orElse(null);
    }

    /** Puts the codes of the table into the draft in place of all others. */
    public void readTable() throws IOException {
        submission.fill(() -> {
            drafts.read(me.staff(), list.code(), draft.number(), submission.seen(), table == null ? "" : table);
            return Submission.done(Paths.CODE_LIST + "?ma=" + list.code() + "&ban-so=" + draft.number(), "table");
        });
    }

    /** What is wrong with the table that was sent, line by line; empty when it was not refused for that. */
    public List<Fault> getFaults() {
        List<Fault> faults = new ArrayList<>();
        submission.getProblems().forEach((field, reason) -> {
            Matcher place = LINE.matcher(field);
            if (place.matches()) {
                faults.add(new Fault(Integer.parseInt(place.group(1)), place.group(2), reason));
            }
        });
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparing(Fault::column))
                .limit(FAULTS)
                .toList();
    }

    /** The table: what was sent, or the codes of a small draft; otherwise the names of the columns alone. */
    public String getTable() {
        if (table == null && draft != null) {
            List<Entry> entries = draft.entries() > SHOWN
                    ? List.of()
                    : lists.entries(me.staff(), list.code(), draft.number(), null, null, SHOWN);
            table = Stream.concat(
                            Stream.of("code,nameVi,nameEn,validFrom,validTo"),
                            entries.stream().map(CodeListForm::line))
                    .collect(Collectors.joining("\n"));
        }
        return table;
    }

    public void setTable(String table) {
        this.table = table;
    }

    private static String line(Entry entry) {
        return Stream.of(entry.code(), entry.nameVi(), entry.nameEn(), day(entry.validFrom()), day(entry.validTo()))
                .map(CodeListForm::cell)
                .collect(Collectors.joining(","));
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** A cell of RFC 4180. */
    private static String cell(String text) {
        return text.matches("(?s).*[,;\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}

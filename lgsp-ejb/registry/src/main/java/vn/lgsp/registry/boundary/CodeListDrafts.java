package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.CodeListVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.boundary.TypeEvent.Act;
import vn.lgsp.registry.control.CodeListStore;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.TypeStore;
import vn.lgsp.registry.control.lists.CodeTable;

/**
 * The life of lists of codes (danh mục mã, Điều 3.6, 15.3): drafted by one person, published by another, after which they never change; the
 * next version takes their place. The agency that owns a list answers for it; lists without an owner are the whole platform's.
 */
@Stateless
public class CodeListDrafts {
    /** How many codes a list may have. */
    public static final int MOST_ENTRIES = 5000;

    /** The longest table that is read, characters. */
    public static final int LONGEST_TABLE = 1024 * 1024;

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,49}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_ENTRY_NAME = 300;
    private static final String ENTRIES = "entries";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private VersionSteps steps;

    @Inject
    private CodeListStore store;

    @Inject
    private TypeStore types;

    @EJB
    private CodeLists lists;

    /**
     * Registers a list; its version 1 is an empty draft.
     *
     * @param ownerId null for the platform
     * @throws LgspException REQUEST_INVALID with every field at fault
     */
    public CodeListView create(Staff staff, String code, String nameVi, String nameEn, UUID ownerId) {
        scope.requireFor(staff, Right.DATA_TYPES_CHANGE, ownerId);
        Fields fields = new Fields();
        String wanted = fields.code("code", code, CODE);
        String vi = fields.text("nameVi", nameVi, 1, LONGEST_NAME);
        String en = fields.text("nameEn", nameEn, 1, LONGEST_NAME);
        if (store.head(wanted).isPresent()) {
            fields.add("code", "taken");
        }
        fields.check();
        store.register(new CodeListStore.Head(wanted, vi, en, ownerId));
        begin(staff, wanted);
        return lists.find(staff, wanted);
    }

    /**
     * Begins the next version with the codes of the newest.
     *
     * @throws LgspException NOT_FOUND; DATA_TYPE_STATE when there is a draft already
     */
    public CodeListView draft(Staff staff, String code) {
        own(staff, Right.DATA_TYPES_CHANGE, code);
        CodeListVersion next = begin(staff, code);
        CodeListVersion newest = steps.find(CodeListVersion.class, code, next.number() - 1);
        store.copy(newest.id(), next.id());
        return lists.find(staff, code);
    }

    private CodeListVersion begin(Staff staff, String code) {
        CodeListVersion draft = steps.begin(
                CodeListVersion.class, code, number -> new CodeListVersion(code, number, staff, VersionSteps.now()));
        types.note(null, code, draft.number(), staff, Act.DRAFTED, null);
        return draft;
    }

    /**
     * Puts these codes into a draft in place of all others.
     *
     * @param seen the edit that was looked at; null for any
     * @throws LgspException NOT_FOUND, DATA_TYPE_STATE, EDIT_CONFLICT; REQUEST_INVALID naming the entries at fault
     */
    public CodeListView replace(Staff staff, String code, int number, Integer seen, List<Entry> entries) {
        CodeListVersion draft = draftOf(staff, code, number, seen);
        Fields fields = new Fields();
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw Fields.invalid(ENTRIES, "items", 1, MOST_ENTRIES);
        }
        List<Entry> clean = checked(fields, entries, i -> "entries[" + i + "].");
        fields.check();
        store.replace(draft.id(), clean);
        return edited(draft, staff);
    }

    /**
     * Puts the codes of a table into a draft in place of all others: CSV whose first line names the columns {@code code}, {@code nameVi},
     * {@code nameEn} and, when wanted, {@code validFrom} and {@code validTo}.
     *
     * @param seen the edit that was looked at; null for any
     * @param table at most {@link #LONGEST_TABLE} characters
     * @throws LgspException as {@link #replace}, naming lines: {@code lines[7].code}; FILE_UNREADABLE saying why; REQUEST_TOO_LARGE
     */
    public CodeListView read(Staff staff, String code, int number, Integer seen, String table) {
        CodeListVersion draft = draftOf(staff, code, number, seen);
        if (table.length() > LONGEST_TABLE) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, LONGEST_TABLE);
        }
        Fields fields = new Fields();
        CodeTable read = CodeTable.read(table, MOST_ENTRIES, fields);
        List<Entry> clean = checked(fields, read.entries(), read.places()::get);
        fields.check();
        store.replace(draft.id(), clean);
        return edited(draft, staff);
    }

    /** Puts one code into a draft, in place of what it was; as {@link #replace}. */
    public CodeListView put(Staff staff, String code, int number, Integer seen, Entry entry) {
        CodeListVersion draft = draftOf(staff, code, number, seen);
        Fields fields = new Fields();
        Entry clean = checked(fields, List.of(entry), i -> "").get(0);
        fields.check();
        store.put(draft.id(), clean);
        if (store.count(draft.id()) > MOST_ENTRIES) {
            throw Fields.invalid(ENTRIES, "items", 1, MOST_ENTRIES);
        }
        return edited(draft, staff);
    }

    /** Takes one code out of a draft; as {@link #replace}, NOT_FOUND where it is not in it. */
    public CodeListView remove(Staff staff, String code, int number, Integer seen, String entry) {
        CodeListVersion draft = draftOf(staff, code, number, seen);
        if (!store.remove(draft.id(), entry)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return edited(draft, staff);
    }

    private CodeListView edited(CodeListVersion draft, Staff staff) {
        draft.drafted(staff, VersionSteps.now());
        em.flush();
        types.note(null, draft.subject(), draft.number(), staff, Act.EDITED, null);
        return lists.find(staff, draft.subject());
    }

    private static List<Entry> checked(Fields fields, List<Entry> entries, IntFunction<String> places) {
        Set<String> codes = new HashSet<>();
        List<Entry> clean = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String place = places.apply(i);
            String code = fields.text(place + "code", entry.code(), 1, LONGEST_CODE);
            if (!codes.add(code)) {
                fields.add(place + "code", "duplicate");
            }
            if (entry.validFrom() != null
                    && entry.validTo() != null
                    && entry.validTo().isBefore(entry.validFrom())) {
                fields.add(place + "validTo", "order");
            }
            clean.add(new Entry(
                    code,
                    fields.text(place + "nameVi", entry.nameVi(), 1, LONGEST_ENTRY_NAME),
                    fields.text(place + "nameEn", entry.nameEn(), 1, LONGEST_ENTRY_NAME),
                    entry.validFrom(),
                    entry.validTo()));
        }
        return clean;
    }

    /**
     * Puts a draft in force, by somebody who had no hand in it; the version before is replaced.
     *
     * @throws LgspException NOT_FOUND, DATA_TYPE_STATE, EDIT_CONFLICT; OWN_REQUEST for who drafted; REQUEST_INVALID for an empty list
     */
    public CodeListView publish(Staff staff, String code, int number, Integer seen) {
        own(staff, Right.DATA_TYPES_PUBLISH, code);
        CodeListVersion draft = lock(code, number, seen);
        types.requireOther(draft, null, code, staff);
        if (store.count(draft.id()) == 0) {
            throw Fields.invalid(ENTRIES, "items", 1, MOST_ENTRIES);
        }
        steps.publish(draft, staff);
        types.note(null, code, number, staff, Act.PUBLISHED, null);
        return lists.find(staff, code);
    }

    /** @return what may be done to this version */
    public VersionChoices choices(Staff staff, CodeListView list, CodeListView.Version version) {
        UUID owner = list.owner() == null ? null : list.owner().id();
        return new VersionChoices(
                scope.has(staff, Right.DATA_TYPES_CHANGE, owner),
                version.state() == VersionState.DRAFT
                        && version.entries() > 0
                        && scope.has(staff, Right.DATA_TYPES_PUBLISH, owner)
                        && !types.drafted(null, list.code(), version.number(), staff.accountId()));
    }

    private void own(Staff staff, Right right, String code) {
        scope.require(staff, right);
        scope.requireFor(staff, right, store.required(code).ownerId());
    }

    private CodeListVersion draftOf(Staff staff, String code, int number, Integer seen) {
        own(staff, Right.DATA_TYPES_CHANGE, code);
        return lock(code, number, seen);
    }

    private CodeListVersion lock(String code, int number, Integer seen) {
        return steps.lock(steps.find(CodeListVersion.class, code, number), seen, VersionState.DRAFT);
    }
}

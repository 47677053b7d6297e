package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.CodeListVersion;
import vn.lgsp.model.registry.VersionState;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.boundary.TypeEvent.Act;
import vn.lgsp.registry.control.CodeListStore;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.TypeStore;

/**
 * Lists of codes that data types share (danh mục mã, Điều 3.6, 15.3): drafted by one person, published by another, after which they never
 * change; the next version takes their place. Published lists may be known to everybody; null stands for an application and sees no drafts.
 */
@Stateless
public class CodeLists {
    /** How many codes a list may have. */
    public static final int MOST_ENTRIES = 5000;

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,49}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_ENTRY_NAME = 300;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private CodeListStore store;

    @Inject
    private TypeStore types;

    /**
     * Lists in the order of their codes.
     *
     * @param staff null for an application
     * @param after the last code of the page before; null for the beginning
     */
    public List<CodeListView> list(Staff staff, String after, int limit) {
        require(staff);
        return store.heads(staff != null, after, limit).stream()
                .map(head -> store.view(head, staff != null))
                .toList();
    }

    /** @throws LgspException NOT_FOUND */
    public CodeListView find(Staff staff, String code) {
        require(staff);
        CodeListView found = store.view(head(code), staff != null);
        if (found.versions().isEmpty()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
    }

    /**
     * Codes of a version in their order.
     *
     * @param after the last code of the page before; null for the beginning
     * @throws LgspException NOT_FOUND
     */
    public List<Entry> entries(Staff staff, String code, int number, String after, int limit) {
        require(staff);
        CodeListVersion version = version(code, number);
        if (staff == null && version.state() == VersionState.DRAFT) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return store.entries(version.id(), after, limit);
    }

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
        begin(staff, wanted, 1);
        return find(staff, wanted);
    }

    /**
     * Begins the next version with the codes of the newest.
     *
     * @throws LgspException NOT_FOUND; DATA_TYPE_STATE when there is a draft already
     */
    public CodeListView draft(Staff staff, String code) {
        own(staff, Right.DATA_TYPES_CHANGE, code);
        CodeListVersion newest = store.versions(code).get(0);
        if (newest.state() == VersionState.DRAFT) {
            throw new LgspException(ErrorCode.DATA_TYPE_STATE, newest.state().code());
        }
        CodeListVersion next = begin(staff, code, newest.number() + 1);
        store.replace(next.id(), store.entries(newest.id(), null, MOST_ENTRIES));
        return find(staff, code);
    }

    private CodeListVersion begin(Staff staff, String code, int number) {
        CodeListVersion draft = new CodeListVersion(code, number, staff, Instant.now());
        em.persist(draft);
        em.flush();
        types.note(null, code, number, staff, Act.DRAFTED, null);
        return draft;
    }

    /**
     * Puts these codes into a draft in place of all others.
     *
     * @param seen the edit that was looked at; null for any
     * @throws LgspException NOT_FOUND, DATA_TYPE_STATE, EDIT_CONFLICT; REQUEST_INVALID naming the entries at fault
     */
    public CodeListView replace(Staff staff, String code, int number, Integer seen, List<Entry> entries) {
        own(staff, Right.DATA_TYPES_CHANGE, code);
        CodeListVersion draft = lock(code, number, seen);
        List<Entry> clean = checked(entries);
        store.replace(draft.id(), clean);
        draft.draft(staff, Instant.now());
        em.flush();
        types.note(null, code, number, staff, Act.EDITED, null);
        return find(staff, code);
    }

    private static List<Entry> checked(List<Entry> entries) {
        Fields fields = new Fields();
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            fields.add("entries", "items", 1, MOST_ENTRIES);
            fields.check();
        }
        Set<String> codes = new HashSet<>();
        List<Entry> clean = new java.util.ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String field = "entries[" + i + "].";
            String code = fields.text(field + "code", entry.code(), 1, LONGEST_CODE);
            if (!codes.add(code)) {
                fields.add(field + "code", "duplicate");
            }
            if (entry.validFrom() != null
                    && entry.validTo() != null
                    && entry.validTo().isBefore(entry.validFrom())) {
                fields.add(field + "validTo", "order");
            }
            clean.add(new Entry(
                    code,
                    fields.text(field + "nameVi", entry.nameVi(), 1, LONGEST_ENTRY_NAME),
                    fields.text(field + "nameEn", entry.nameEn(), 1, LONGEST_ENTRY_NAME),
                    entry.validFrom(),
                    entry.validTo()));
        }
        fields.check();
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
        if (staff.accountId().equals(draft.draftedBy()) || types.drafted(null, code, number, staff.accountId())) {
            throw new LgspException(ErrorCode.OWN_REQUEST);
        }
        if (store.entries(draft.id(), null, 1).isEmpty()) {
            throw Fields.invalid("entries", "items", 1, MOST_ENTRIES);
        }
        store.versions(code).stream()
                .filter(version -> version.state() == VersionState.PUBLISHED)
                .forEach(CodeListVersion::replaced);
        em.flush();
        draft.publish(staff, Instant.now());
        em.flush();
        types.note(null, code, number, staff, Act.PUBLISHED, null);
        return find(staff, code);
    }

    /** What was done to a list, newest first. */
    public List<TypeEvent> history(Staff staff, String code, int limit) {
        scope.require(staff, Right.DATA_TYPES_READ);
        return types.history(null, head(code).code(), limit);
    }

    private void require(Staff staff) {
        if (staff != null) {
            scope.require(staff, Right.DATA_TYPES_READ);
        }
    }

    private CodeListStore.Head head(String code) {
        return store.head(code).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private void own(Staff staff, Right right, String code) {
        scope.require(staff, right);
        scope.requireFor(staff, right, head(code).ownerId());
    }

    private CodeListVersion version(String code, int number) {
        return store.versions(code).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private CodeListVersion lock(String code, int number, Integer seen) {
        CodeListVersion draft = version(code, number);
        em.refresh(draft, LockModeType.PESSIMISTIC_WRITE);
        if (seen != null && seen != draft.version()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        if (draft.state() != VersionState.DRAFT) {
            throw new LgspException(ErrorCode.DATA_TYPE_STATE, draft.state().code());
        }
        return draft;
    }
}

package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.CodeListVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.CodeListView.Change;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.control.CodeListStore;
import vn.lgsp.registry.control.TypeStore;

/**
 * Lists of codes that data types share (danh mục mã, Điều 3.6, 15.3), to be looked at. Published lists may be known to everybody; null stands
 * for an application and sees no drafts.
 */
@Stateless
public class CodeLists {
    @Inject
    private Scope scope;

    @Inject
    private VersionSteps steps;

    @Inject
    private CodeListStore store;

    @Inject
    private TypeStore types;

    /**
     * Lists in the order of their codes.
     *
     * @param staff null for an application
     * @param text part of code or name, accents or not; null for any
     * @param after the last code of the page before; null for the beginning
     */
    public List<CodeListView> list(Staff staff, String text, String after, int limit) {
        require(staff);
        return store.heads(staff != null, SearchText.within(text), after, limit).stream()
                .map(head -> store.view(head, staff != null))
                .toList();
    }

    /** @throws LgspException NOT_FOUND */
    public CodeListView find(Staff staff, String code) {
        require(staff);
        CodeListView found = store.view(store.required(code), staff != null);
        if (found.versions().isEmpty()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
    }

    /**
     * Codes of a version in their order.
     *
     * @param text part of code or name, accents or not; null for any
     * @param after the last code of the page before; null for the beginning
     * @throws LgspException NOT_FOUND
     */
    public List<Entry> entries(Staff staff, String code, int number, String text, String after, int limit) {
        require(staff);
        return store.entries(seen(staff, code, number).id(), SearchText.within(text), after, limit);
    }

    /** One code of a version; NOT_FOUND when it is not in it. */
    public Entry entry(Staff staff, String code, int number, String entry) {
        require(staff);
        return store.entry(seen(staff, code, number).id(), entry)
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * What differs between two versions, in the order of the codes.
     *
     * @param after the last code of the page before; null for the beginning
     * @throws LgspException NOT_FOUND
     */
    public List<Change> changes(Staff staff, String code, int before, int now, String after, int limit) {
        require(staff);
        return store.changes(
                seen(staff, code, before).id(), seen(staff, code, now).id(), after, limit);
    }

    /** What was done to a list, newest first. */
    public List<TypeEvent> history(Staff staff, String code, int limit) {
        scope.require(staff, Right.DATA_TYPES_READ);
        return types.history(null, store.required(code).code(), limit);
    }

    private CodeListVersion seen(Staff staff, String code, int number) {
        return steps.found(steps.version(CodeListVersion.class, code, number)
                .filter(version -> staff != null || version.state() != VersionState.DRAFT));
    }

    private void require(Staff staff) {
        if (staff != null) {
            scope.require(staff, Right.DATA_TYPES_READ);
        }
    }
}

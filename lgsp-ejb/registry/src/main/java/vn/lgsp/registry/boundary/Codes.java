package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.registry.control.CodeQueries;
import vn.lgsp.registry.control.Fields;

/**
 * Identifier codes (mã định danh, Điều 7.1; QCVN 102:2016/BTTTT, QĐ 20/2020/QĐ-TTg) for the people who look after them. Codes are issued and
 * closed by reorganisations; here they are looked up, checked, locked and given other names.
 */
@Stateless
public class Codes {
    private static final int MAX_ALIAS_DAYS = 3650;
    private static final int MAX_ALIASES = 20;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @EJB
    private Directory directory;

    @Inject
    private CodeQueries queries;

    /** Lists codes by themselves; one row more than the limit when there are more. Everybody who works here may look. */
    public List<CodeRow> list(Staff staff, CodeFilter filter) {
        scope.require(staff, Right.AGENCIES_READ);
        return queries.list(filter);
    }

    /** All codes that an agency has or had, newest first. */
    public List<CodeRow> of(Staff staff, UUID agencyId) {
        scope.require(staff, Right.AGENCIES_READ);
        return queries.of(agencyId);
    }

    /**
     * Finds a code by any text that leads to it.
     *
     * @throws LgspException NOT_FOUND
     */
    public CodeRow find(Staff staff, String code) {
        scope.require(staff, Right.AGENCIES_READ);
        return directory
                .resolve(code)
                .map(found -> found.codeQd20() == null ? found.codeQcvn() : found.codeQd20())
                .flatMap(queries::one)
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** Says what stands against issuing a code; {@code text} may be anything. */
    public CodeCheck check(Staff staff, String text) {
        scope.require(staff, Right.AGENCIES_READ);
        String tidy = AgencyCode.tidy(text == null ? "" : text);
        Optional<AgencyCode> code = AgencyCode.parse(tidy);
        return new CodeCheck(
                tidy,
                AgencyCode.fault(tidy).orElse(null),
                code.map(AgencyCode::level).orElse(0),
                code.flatMap(AgencyCode::proposal).map(AgencyCode::value).orElse(null),
                queries.takenBy(tidy).flatMap(directory::byId).orElse(null),
                code.flatMap(AgencyCode::parent)
                        .flatMap(parent -> directory.byCode(parent.value()))
                        .orElse(null));
    }

    /**
     * Proposes the next free code below an agency, in both forms where the old one can say it: the number after the highest one issued.
     *
     * @param parent code of the agency above, in either form
     * @throws LgspException NOT_FOUND; CODE_MALFORMED when the level below would be too deep
     */
    public CodeCheck next(Staff staff, String parent) {
        scope.require(staff, Right.AGENCIES_READ);
        AgencyView above = directory.byCode(parent).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        return check(staff, queries.next(above.codeQd20()));
    }

    /**
     * Locks a code, so that no packets are sent to it, or opens it again.
     *
     * @param reason 3–500 characters
     * @param version of the row that the person saw
     * @throws LgspException FORBIDDEN; NOT_FOUND; EDIT_CONFLICT when somebody changed or closed it meanwhile; REQUEST_INVALID
     */
    public void lock(Staff staff, UUID codeId, boolean locked, String reason, int version) {
        IdentifierCode code = changeable(staff, codeId);
        if (code.version() != version) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        code.locked(locked, Fields.reason(reason));
    }

    /**
     * Gives a code another name (bí danh): an odd code met in packets, or an old one from a list of another platform.
     *
     * @param alias 2–35 letters, digits, dots, dashes or underscores that are nobody's code
     * @param days how long it leads on, 1–3650; 0 for ever
     * @param note why, at most 200 characters; may be null
     * @throws LgspException FORBIDDEN; NOT_FOUND; EDIT_CONFLICT when it is closed; REQUEST_INVALID; CODE_TAKEN naming to whom
     */
    public void alias(Staff staff, UUID codeId, String alias, int days, String note) {
        changeable(staff, codeId);
        String value = AgencyCode.tidy(alias == null ? "" : alias);
        Fields fields = new Fields();
        if (!value.matches("[0-9A-Z._-]{2,35}")) {
            fields.add("alias", "form");
        }
        if (days < 0 || days > MAX_ALIAS_DAYS) {
            fields.add("days", "number", 0, MAX_ALIAS_DAYS);
        }
        String text = fields.line("note", note, 200);
        fields.check();
        queries.takenBy(value).ifPresent(agency -> {
            throw new LgspException(
                    ErrorCode.CODE_TAKEN,
                    value,
                    directory.byId(agency).map(AgencyView::name).orElse("–"));
        });
        if (queries.aliases(codeId) >= MAX_ALIASES) {
            throw Fields.invalid("alias", "items", 0, MAX_ALIASES);
        }
        Instant until = days == 0 ? null : Instant.now().plus(Duration.ofDays(days));
        if (!queries.addAlias(codeId, value, text, until)) {
            throw new LgspException(
                    ErrorCode.CODE_TAKEN,
                    value,
                    queries.takenBy(value)
                            .flatMap(directory::byId)
                            .map(AgencyView::name)
                            .orElse("–"));
        }
    }

    /**
     * Lets an alias lead nowhere from now on. Its text stays taken for ever.
     *
     * @throws LgspException FORBIDDEN; NOT_FOUND
     */
    public void endAlias(Staff staff, UUID codeId, String alias) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        if (queries.endAlias(codeId, alias) == 0) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    private IdentifierCode changeable(Staff staff, UUID codeId) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        IdentifierCode code = em.find(IdentifierCode.class, codeId, LockModeType.PESSIMISTIC_WRITE);
        if (code == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        if (code.state() == IdentifierCode.State.CLOSED) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        return code;
    }
}

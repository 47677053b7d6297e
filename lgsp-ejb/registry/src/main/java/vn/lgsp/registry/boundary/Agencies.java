package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.control.AgencyQueries;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.TreeQueries;

/**
 * Agencies and units (cơ quan, đơn vị, Điều 5.11) for the people who look after them: what they are, what they were at any time, how they are
 * reached. Who exists may be known to everybody who works here; what changes names, codes and the tree is a reorganisation.
 */
@Stateless
public class Agencies {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\"<>]+");

    private static final int MOST_OPEN = 60;
    /** How many times more of those below one agency can be shown in the drawn tree. */
    public static final int MOST_STEPS = 10;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private AgencyQueries queries;

    @Inject
    private TreeQueries trees;

    /** Lists agencies by their codes, as they were at the time asked for; one row more than the limit when there are more. */
    public List<AgencyRow> list(Staff staff, AgencyFilter filter) {
        scope.require(staff, Right.AGENCIES_READ);
        return queries.list(filter);
    }

    /** What agencies are labelled with, most frequent first; at most 40. */
    public List<String> kinds(Staff staff) {
        scope.require(staff, Right.AGENCIES_READ);
        return queries.kinds();
    }

    /**
     * One agency as it stands today.
     *
     * @throws LgspException NOT_FOUND
     */
    public AgencyDetails find(Staff staff, UUID agencyId) {
        scope.require(staff, Right.AGENCIES_READ);
        return queries.details(agencyId).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * The agencies directly below one, as the tree was; those at the top for null.
     *
     * @param asOf null for now
     */
    public List<AgencyRow> below(Staff staff, UUID agencyId, Instant asOf) {
        scope.require(staff, Right.AGENCIES_READ);
        return queries.below(agencyId, asOf);
    }

    /**
     * A part of the tree of agencies to be drawn, as it was; never more than {@value TreeQueries#MOST} agencies.
     *
     * @param rootId where it begins; null for the top
     * @param opened codes after QĐ 20/2020 of agencies whose branches are shown, each with how many times {@value TreeQueries#STEP} of those
     *     below are (1–10, others count as the nearest); of more than 60 the first count. A single root is always open.
     * @param asOf null for now
     */
    public AgencyTree tree(Staff staff, UUID rootId, Map<String, Integer> opened, Instant asOf) {
        scope.require(staff, Right.AGENCIES_READ);
        Map<String, Integer> bounded = new LinkedHashMap<>();
        opened.forEach((code, times) -> {
            if (bounded.size() < MOST_OPEN) {
                bounded.put(code, Math.max(1, Math.min(times, MOST_STEPS)));
            }
        });
        return trees.read(rootId, bounded, asOf);
    }

    /** Everything that an agency ever was, newest first. */
    public List<AgencyRow> history(Staff staff, UUID agencyId) {
        scope.require(staff, Right.AGENCIES_READ);
        return queries.history(agencyId);
    }

    /** Says whether the person may change how an agency is reached. */
    public boolean mayChange(Staff staff, UUID agencyId) {
        return scope.reaches(staff, Right.AGENCIES_CHANGE, agencyId);
    }

    /**
     * Changes how an agency is reached.
     *
     * @param version of the agency that the person saw
     * @return the new version
     * @throws LgspException FORBIDDEN; NOT_FOUND out of reach; EDIT_CONFLICT; REQUEST_INVALID naming the fields
     */
    public int change(Staff staff, UUID agencyId, AgencyEdit edit, int version) {
        scope.require(staff, Right.AGENCIES_CHANGE, agencyId);
        Agency agency = hold(agencyId, version);
        Fields fields = new Fields();
        String address = fields.line("address", edit.address(), 250);
        String email = fields.line("email", edit.email(), 100, EMAIL);
        String telephone = fields.line("telephone", edit.telephone(), 60);
        String website = fields.line("website", edit.website(), 100, WEBSITE);
        String contact = fields.line("contact", edit.contact(), 200);
        String area = fields.line("area", edit.area(), 100);
        fields.check();
        if (!Objects.equals(area, agency.area())) {
            agency.from(Instant.now(), null);
        }
        agency.reached(address, email, telephone, website, contact, area, agency.zoneId());
        em.flush();
        return agency.version();
    }

    /**
     * Locks an agency, which then neither sends nor receives, or opens it again.
     *
     * @param reason 3–500 characters
     * @throws LgspException FORBIDDEN; NOT_FOUND; EDIT_CONFLICT when somebody changed or closed it meanwhile; REQUEST_INVALID
     */
    public int lock(Staff staff, UUID agencyId, boolean locked, String reason, int version) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        String why = Fields.reason(reason);
        Agency agency = hold(agencyId, version);
        agency.from(Instant.now(), null);
        agency.state(locked ? Agency.State.LOCKED : Agency.State.ACTIVE);
        queries.note(agencyId, staff, locked ? "LOCKED" : "UNLOCKED", why);
        em.flush();
        return agency.version();
    }

    private Agency hold(UUID agencyId, int version) {
        Agency agency = em.find(Agency.class, agencyId, LockModeType.PESSIMISTIC_WRITE);
        if (agency == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        if (agency.version() != version || agency.state() == Agency.State.CLOSED) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        return agency;
    }
}

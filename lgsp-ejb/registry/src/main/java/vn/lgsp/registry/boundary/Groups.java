package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.AgencyGroup;
import vn.lgsp.registry.control.Fields;

/**
 * Groups of agencies that rights are given to together. The agency that owns a group says who belongs to it; everybody who reads access
 * rights may see who does.
 */
@Stateless
public class Groups {
    /** How many members a group may have. */
    public static final int MOST_MEMBERS = 1000;

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");
    private static final int LONGEST_NAME = 200;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    /** All groups in the order of their codes, after the one given; null for the beginning. */
    public List<GroupView> list(Staff staff, UUID after, int limit) {
        scope.require(staff, Right.ACCESS_READ);
        return em
                .createQuery(
                        """
                        select g from AgencyGroup g
                        where g.code > coalesce((select b.code from AgencyGroup b where b.id = :after), '') order by g.code
                        """,
                        AgencyGroup.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    /** @throws LgspException NOT_FOUND */
    public GroupView find(Staff staff, UUID id) {
        scope.require(staff, Right.ACCESS_READ);
        AgencyGroup found = id == null ? null : em.find(AgencyGroup.class, id);
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return view(found);
    }

    /**
     * Makes a group without members.
     *
     * @param code lower-case letters, digits and dashes, 2–60 characters; unique for ever
     * @throws LgspException REQUEST_INVALID with every field at fault
     */
    public GroupView create(Staff staff, UUID ownerId, String code, String name) {
        scope.require(staff, Right.ACCESS_REQUEST, ownerId);
        Fields fields = new Fields();
        String wanted = fields.code("code", code, CODE);
        String clean = fields.text("name", name, 1, LONGEST_NAME);
        boolean taken = !em.createQuery("select 1 from AgencyGroup g where g.code = :code", Integer.class)
                .setParameter("code", wanted)
                .getResultList()
                .isEmpty();
        if (taken) {
            fields.add("code", "taken");
        }
        fields.check();
        AgencyGroup group = new AgencyGroup(wanted, clean, ownerId, Instant.now());
        em.persist(group);
        em.flush();
        return view(group);
    }

    /** @throws LgspException EDIT_CONFLICT when it was changed since */
    public GroupView rename(Staff staff, UUID id, Integer seen, String name) {
        AgencyGroup group = own(staff, id, seen);
        Fields fields = new Fields();
        String clean = fields.text("name", name, 1, LONGEST_NAME);
        fields.check();
        group.rename(clean);
        em.flush();
        return view(group);
    }

    /**
     * Takes an active agency in; rights of the group are its rights from then on. One that is a member already stays.
     *
     * @throws LgspException NOT_FOUND where the person may not request rights for the agency: nobody is drawn into a group by strangers
     */
    public GroupView add(Staff staff, UUID id, UUID agencyId) {
        AgencyGroup group = own(staff, id, null);
        scope.require(staff, Right.ACCESS_REQUEST, agencyId);
        Agency agency = agencyId == null ? null : em.find(Agency.class, agencyId);
        Fields fields = new Fields();
        if (agency == null || agency.state() != Agency.State.ACTIVE) {
            fields.add("agency", "agency");
        }
        if (group.members().size() >= MOST_MEMBERS) {
            fields.add("agency", "items", 0, MOST_MEMBERS);
        }
        fields.check();
        group.add(agencyId);
        em.flush();
        return view(group);
    }

    /** Lets an agency go: what it may do through the group ends at once. */
    public GroupView remove(Staff staff, UUID id, UUID agencyId) {
        AgencyGroup group = own(staff, id, null);
        group.remove(agencyId);
        em.flush();
        return view(group);
    }

    private AgencyGroup own(Staff staff, UUID id, Integer seen) {
        scope.require(staff, Right.ACCESS_REQUEST);
        AgencyGroup group = id == null ? null : em.find(AgencyGroup.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (group == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        scope.require(staff, Right.ACCESS_REQUEST, group.ownerId());
        if (seen != null && seen != group.version()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        return group;
    }

    private GroupView view(AgencyGroup group) {
        Set<UUID> ids = group.members();
        List<GroupView.Member> members = ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                """
                                select new vn.lgsp.registry.boundary.GroupView$Member(a.id, a.code, a.name) from Agency a
                                where a.id in :ids order by a.code
                                """,
                                GroupView.Member.class)
                        .setParameter("ids", ids)
                        .getResultList();
        Agency owner = em.find(Agency.class, group.ownerId());
        return new GroupView(
                group.id(),
                group.code(),
                group.name(),
                new GroupView.Member(owner.id(), owner.code(), owner.name()),
                group.version(),
                members);
    }
}

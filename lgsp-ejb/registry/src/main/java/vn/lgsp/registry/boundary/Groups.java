package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.AgencyGroup;
import vn.lgsp.registry.boundary.GroupEvent.Act;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.GroupStore;

/**
 * Groups of agencies that rights are given to together (nhóm cơ quan). The agency that owns a group says who belongs to it; everybody who
 * reads access rights may see who does. While a right in force has the group as one of its ends, whoever joins would get what somebody
 * approved for others: so somebody else has to approve the joining, and until then the agency is no member (Điều 7.1a, 10.2).
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

    @Inject
    private GroupStore store;

    @EJB
    private Directory directory;

    /** All groups in the order of their codes, after the one given; null for the beginning. */
    public List<GroupView> list(Staff staff, UUID after, int limit) {
        scope.require(staff, Right.ACCESS_READ);
        return store.views(em.createQuery(
                        """
                        select g from AgencyGroup g
                        where g.code > coalesce((select b.code from AgencyGroup b where b.id = :after), '') order by g.code
                        """,
                        AgencyGroup.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Groups in short, narrowed, in the order of their codes. */
    public List<GroupRow> search(Staff staff, GroupFilter filter) {
        scope.require(staff, Right.ACCESS_READ);
        return store.search(filter);
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
     * The agencies that belong to a group now, in the order of their codes; empty where there is no such group. No right is asked for: the
     * caller tells nobody who may not know.
     *
     * @param code may be null or anything else
     */
    public Optional<List<AgencyView>> members(String code) {
        return em.createQuery("select g from AgencyGroup g where g.code = :code", AgencyGroup.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .map(group -> directory.byIds(group.members()).stream()
                        .sorted(Comparator.comparing(AgencyView::code))
                        .toList());
    }

    /** What was done to a group, newest first. */
    public List<GroupEvent> history(Staff staff, UUID id, int limit) {
        find(staff, id);
        return store.history(id, limit);
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
        store.note(group.id(), staff, Act.CREATED, null, null);
        return view(group);
    }

    /** @throws LgspException EDIT_CONFLICT when it was changed since */
    public GroupView rename(Staff staff, UUID id, Integer seen, String name) {
        AgencyGroup group = own(staff, id, seen);
        Fields fields = new Fields();
        String clean = fields.text("name", name, 1, LONGEST_NAME);
        fields.check();
        store.note(id, staff, Act.RENAMED, null, group.name());
        group.rename(clean);
        em.flush();
        return view(group);
    }

    /**
     * Takes an active agency in; rights of the group are its rights from then on. Where a right in force has the group as one of its ends it
     * is only asked for, and somebody else has to {@link #approve} it. One that is a member or waits already stays as it is.
     *
     * @throws LgspException NOT_FOUND where the person may not request rights for the agency: nobody is drawn into a group by strangers
     */
    public GroupView add(Staff staff, UUID id, UUID agencyId) {
        AgencyGroup group = own(staff, id, null);
        scope.require(staff, Right.ACCESS_REQUEST, agencyId);
        Fields fields = new Fields();
        active(fields, agencyId);
        GroupView now = view(group);
        if (now.members().size() + now.pending().size() >= MOST_MEMBERS) {
            fields.add("agency", "items", 0, MOST_MEMBERS);
        }
        fields.check();
        if (group.members().contains(agencyId)) {
            return now;
        }
        if (!store.carriesRights(id)) {
            store.close(id, agencyId, "WITHDRAWN", staff);
            take(group, staff, agencyId, Act.ADDED);
        } else if (store.ask(group, agencyId, staff)) {
            store.note(id, staff, Act.JOIN_REQUESTED, agencyId, null);
            changed(group);
        }
        return view(group);
    }

    /**
     * Approves that an agency joins which somebody else wants to take in: the rights of the group are its rights from then on.
     *
     * @param seen the version of the group that was looked at; null for any
     * @throws LgspException NOT_FOUND where nothing waits, or the person does not approve for every destination that the agency could then send
     *     to; OWN_REQUEST; EDIT_CONFLICT; REQUEST_INVALID when the agency is not active any more
     */
    public GroupView approve(Staff staff, UUID id, UUID agencyId, Integer seen) {
        AgencyGroup group = deciding(staff, id, agencyId, seen);
        Fields fields = new Fields();
        active(fields, agencyId);
        fields.check();
        store.close(id, agencyId, "APPROVED", staff);
        take(group, staff, agencyId, Act.JOIN_APPROVED);
        return view(group);
    }

    /**
     * Refuses that an agency joins, with a reason.
     *
     * @throws LgspException as {@link #approve}; REQUEST_INVALID without a reason
     */
    public GroupView refuse(Staff staff, UUID id, UUID agencyId, Integer seen, String reason) {
        AgencyGroup group = deciding(staff, id, agencyId, seen);
        String why = Fields.reason(reason);
        store.close(id, agencyId, "REFUSED", staff);
        store.note(id, staff, Act.JOIN_REFUSED, agencyId, why);
        changed(group);
        return view(group);
    }

    /** Lets an agency go, or takes back that it wanted to join: what it may do through the group ends at once. */
    public GroupView remove(Staff staff, UUID id, UUID agencyId) {
        AgencyGroup group = own(staff, id, null);
        if (store.close(id, agencyId, "WITHDRAWN", staff)) {
            store.note(id, staff, Act.JOIN_WITHDRAWN, agencyId, null);
            changed(group);
        }
        if (group.remove(agencyId)) {
            store.note(id, staff, Act.REMOVED, agencyId, null);
            em.flush();
        }
        return view(group);
    }

    /** What the person may do with a group: offered by pages, decided again when it is done. */
    public record Choices(boolean change, Set<UUID> decide) {}

    /** @return whether name and members may be changed, and on which agencies that wait the person may decide */
    public Choices choices(Staff staff, UUID id) {
        GroupView found = find(staff, id);
        AgencyGroup group = em.find(AgencyGroup.class, id);
        Set<UUID> decide = found.pending().stream()
                .filter(one -> !one.requesterId().equals(staff.accountId()))
                .map(one -> one.agency().id())
                .filter(agency -> store.approvedFor(group, agency).stream()
                        .allMatch(end -> scope.reaches(staff, Right.ACCESS_APPROVE, end)))
                .collect(Collectors.toUnmodifiableSet());
        return new Choices(
                scope.reaches(staff, Right.ACCESS_REQUEST, found.owner().id()), decide);
    }

    private void take(AgencyGroup group, Staff staff, UUID agencyId, Act act) {
        group.add(agencyId);
        store.note(group.id(), staff, act, agencyId, null);
        em.flush();
    }

    /** Members alone are written to the group's row; what waits beside it changes the version too. */
    private void changed(AgencyGroup group) {
        em.lock(group, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        em.flush();
    }

    private void active(Fields fields, UUID agencyId) {
        Agency agency = agencyId == null ? null : em.find(Agency.class, agencyId);
        if (agency == null || agency.state() != Agency.State.ACTIVE) {
            fields.add("agency", "agency");
        }
    }

    private AgencyGroup deciding(Staff staff, UUID id, UUID agencyId, Integer seen) {
        scope.require(staff, Right.ACCESS_APPROVE);
        AgencyGroup group = lock(id);
        current(group, seen);
        UUID requester = store.requester(id, agencyId).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        store.approvedFor(group, agencyId).forEach(end -> scope.require(staff, Right.ACCESS_APPROVE, end));
        if (requester.equals(staff.accountId())) {
            throw new LgspException(ErrorCode.OWN_REQUEST);
        }
        return group;
    }

    private AgencyGroup own(Staff staff, UUID id, Integer seen) {
        scope.require(staff, Right.ACCESS_REQUEST);
        AgencyGroup group = lock(id);
        scope.require(staff, Right.ACCESS_REQUEST, group.ownerId());
        current(group, seen);
        return group;
    }

    private AgencyGroup lock(UUID id) {
        AgencyGroup group = id == null ? null : em.find(AgencyGroup.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (group == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return group;
    }

    private static void current(AgencyGroup group, Integer seen) {
        if (seen != null && seen != group.version()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
    }

    private GroupView view(AgencyGroup group) {
        return store.views(List.of(group)).get(0);
    }
}

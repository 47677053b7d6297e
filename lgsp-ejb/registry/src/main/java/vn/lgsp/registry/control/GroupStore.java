package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.Ids;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.Staff;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.AgencyGroup;
import vn.lgsp.registry.boundary.GroupEvent;
import vn.lgsp.registry.boundary.GroupEvent.Act;
import vn.lgsp.registry.boundary.GroupFilter;
import vn.lgsp.registry.boundary.GroupRow;
import vn.lgsp.registry.boundary.GroupView;

/** Reads groups, keeps who is to join them, and writes down what was done to them. */
@ApplicationScoped
public class GroupStore {
    private static final UUID NOBODY = new UUID(0, 0);

    /** Rights that let something pass now, or will on their day without anybody being asked again. */
    private static final String IN_FORCE = " r.state = 'APPROVED' and (r.valid_to is null or r.valid_to > :now) ";

    private static final String OF_GROUP = " :group in (r.source_group_id, r.destination_group_id) ";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Lists groups in the order of their codes. */
    public List<GroupRow> search(GroupFilter filter) {
        String text = filter.text() == null ? "" : filter.text().strip();
        Query query = em.createNativeQuery(
                        """
                        select g.id, g.code, g.name, o.code, o.name,
                            (select count(*) from agency_group_member m where m.group_id = g.id),
                            (select count(*) from agency_group_joining j where j.group_id = g.id and j.state = 'REQUESTED'),
                            (select count(*) from access_right r where g.id in (r.source_group_id, r.destination_group_id) and
                        """
                                + IN_FORCE
                                + """
                        )
                        from agency_group g join agency o on o.id = g.owner_id
                        where (:text = '' or g.code like :code escape '!' or fold_vietnamese(g.name) like :part escape '!')
                            and (:agency = :nobody or g.owner_id = :agency
                                or exists (select from agency_group_member m where m.group_id = g.id and m.agency_id = :agency)
                                or exists (select from agency_group_joining j
                                    where j.group_id = g.id and j.agency_id = :agency and j.state = 'REQUESTED'))
                            and (not :waiting or exists (
                                select from agency_group_joining j where j.group_id = g.id and j.state = 'REQUESTED'))
                            and g.code > coalesce((select b.code from agency_group b where b.id = :after), '')
                        order by g.code
                        """)
                .setParameter("now", Instant.now())
                .setParameter("text", text)
                .setParameter("code", literal(text.toLowerCase(Locale.ROOT)) + "%")
                .setParameter("part", "%" + literal(SearchText.fold(text)) + "%")
                .setParameter("agency", filter.agencyId() == null ? NOBODY : filter.agencyId())
                .setParameter("nobody", NOBODY)
                .setParameter("waiting", filter.waiting())
                .setParameter("after", filter.after() == null ? NOBODY : filter.after())
                .setMaxResults(filter.limit());
        return rows(query).stream()
                .map(row -> new GroupRow(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        ((Number) row[5]).longValue(),
                        ((Number) row[6]).longValue(),
                        ((Number) row[7]).longValue()))
                .toList();
    }

    /** Groups with their members and those who wait, in the order given. */
    public List<GroupView> views(List<AgencyGroup> groups) {
        Set<UUID> ids = groups.stream().map(AgencyGroup::id).collect(Collectors.toSet());
        Map<UUID, List<Waiting>> waiting = waiting(ids);
        Set<UUID> agencies = new HashSet<>();
        groups.forEach(group -> {
            agencies.add(group.ownerId());
            agencies.addAll(group.members());
        });
        waiting.values().forEach(all -> all.forEach(one -> agencies.add(one.agencyId())));
        Map<UUID, GroupView.Member> named = named(agencies);
        return groups.stream()
                .map(group -> new GroupView(
                        group.id(),
                        group.code(),
                        group.name(),
                        named.get(group.ownerId()),
                        group.version(),
                        group.members().stream()
                                .map(named::get)
                                .sorted(java.util.Comparator.comparing(GroupView.Member::code))
                                .toList(),
                        waiting.getOrDefault(group.id(), List.of()).stream()
                                .map(one -> new GroupView.Pending(
                                        named.get(one.agencyId()), one.requestedBy(), one.requestedName(), one.at()))
                                .toList()))
                .toList();
    }

    private Map<UUID, GroupView.Member> named(Set<UUID> agencies) {
        Map<UUID, GroupView.Member> named = new HashMap<>();
        if (!agencies.isEmpty()) {
            em.createQuery("select a from Agency a where a.id in :ids", Agency.class)
                    .setParameter("ids", agencies)
                    .getResultList()
                    .forEach(agency ->
                            named.put(agency.id(), new GroupView.Member(agency.id(), agency.code(), agency.name())));
        }
        return named;
    }

    /** A joining that nobody has decided on. */
    private record Waiting(UUID agencyId, UUID requestedBy, String requestedName, Instant at) {}

    private Map<UUID, List<Waiting>> waiting(Set<UUID> groups) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        Query query = em.createNativeQuery(
                        """
                        select group_id, agency_id, requested_by, requested_name, requested_at from agency_group_joining
                        where group_id in (:groups) and state = 'REQUESTED' order by id
                        """)
                .setParameter("groups", groups);
        return rows(query).stream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(
                                row -> new Waiting((UUID) row[1], (UUID) row[2], (String) row[3], (Instant) row[4]),
                                Collectors.toList())));
    }

    /** Whether a right that is in force, or will be on its day, has the group as one of its ends. */
    public boolean carriesRights(UUID groupId) {
        return !em.createNativeQuery("select 1 from access_right r where" + IN_FORCE + "and" + OF_GROUP)
                .setParameter("now", Instant.now())
                .setParameter("group", groupId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * The agencies for which somebody has to approve before an agency may join: the destinations of the group's rights, and the agency itself
     * where it would become a destination; the owner's where there is no right any more.
     */
    public Set<UUID> approvedFor(AgencyGroup group, UUID agencyId) {
        @SuppressWarnings("unchecked")
        List<UUID> found = em.createNativeQuery(
                        """
                        select distinct case when r.source_group_id = :group
                            then coalesce(d.agency_id, r.destination_agency_id, g.owner_id) else cast(:agency as uuid) end
                        from access_right r
                            left join application d on d.id = r.destination_application_id
                            left join agency_group g on g.id = r.destination_group_id
                        where
                        """
                                + IN_FORCE + "and" + OF_GROUP,
                        UUID.class)
                .setParameter("now", Instant.now())
                .setParameter("group", group.id())
                .setParameter("agency", agencyId)
                .getResultList();
        return found.isEmpty() ? Set.of(group.ownerId()) : Set.copyOf(found);
    }

    /** Asks that an agency may join; nothing when that was asked before and is still open. */
    public boolean ask(AgencyGroup group, UUID agencyId, Staff staff) {
        return em.createNativeQuery(
                                """
                                insert into agency_group_joining (id, group_id, agency_id, state, requested_by, requested_name, requested_at)
                                values (:id, :group, :agency, 'REQUESTED', :by, :name, :now) on conflict do nothing
                                """)
                        .setParameter("id", Ids.next())
                        .setParameter("group", group.id())
                        .setParameter("agency", agencyId)
                        .setParameter("by", staff.accountId())
                        .setParameter("name", staff.username())
                        .setParameter("now", Instant.now())
                        .executeUpdate()
                > 0;
    }

    /** Who asked for the joining that is open; empty when there is none. */
    public Optional<UUID> requester(UUID groupId, UUID agencyId) {
        return waiting(Set.of(groupId)).getOrDefault(groupId, List.of()).stream()
                .filter(one -> one.agencyId().equals(agencyId))
                .map(Waiting::requestedBy)
                .findFirst();
    }

    /**
     * Ends the joining that is open.
     *
     * @param state APPROVED, REFUSED or WITHDRAWN
     * @return false when there is none
     */
    public boolean close(UUID groupId, UUID agencyId, String state, Staff staff) {
        return em.createNativeQuery(
                                """
                                update agency_group_joining set state = :state, decided_by = :by, decided_at = :now
                                where group_id = :group and agency_id = :agency and state = 'REQUESTED'
                                """)
                        .setParameter("state", state)
                        .setParameter("by", staff.accountId())
                        .setParameter("now", Instant.now())
                        .setParameter("group", groupId)
                        .setParameter("agency", agencyId)
                        .executeUpdate()
                > 0;
    }

    /** Writes down what was done; agency and reason may be null. */
    public void note(UUID groupId, Staff staff, Act act, UUID agencyId, String reason) {
        em.createNativeQuery(
                        """
                        insert into agency_group_event (id, group_id, at, actor_id, actor_name, act, agency_id, reason)
                        values (:id, :group, :now, :actor, :name, :act, cast(:agency as uuid), cast(:reason as varchar))
                        """)
                .setParameter("id", Ids.next())
                .setParameter("group", groupId)
                .setParameter("now", Instant.now())
                .setParameter("actor", staff.accountId())
                .setParameter("name", staff.username())
                .setParameter("act", act.name())
                .setParameter("agency", agencyId == null ? null : agencyId.toString())
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /** What was done to a group, newest first. */
    public List<GroupEvent> history(UUID groupId, int limit) {
        Query query = em.createNativeQuery(
                        """
                        select e.at, e.actor_name, e.act, a.id, a.code, a.name, e.reason from agency_group_event e
                        left join agency a on a.id = e.agency_id where e.group_id = :group order by e.at desc, e.id desc
                        """)
                .setParameter("group", groupId)
                .setMaxResults(limit);
        return rows(query).stream()
                .map(row -> new GroupEvent(
                        (Instant) row[0],
                        (String) row[1],
                        Act.valueOf((String) row[2]),
                        row[3] == null ? null : new GroupView.Member((UUID) row[3], (String) row[4], (String) row[5]),
                        (String) row[6]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

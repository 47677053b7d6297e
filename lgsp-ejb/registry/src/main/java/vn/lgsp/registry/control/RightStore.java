package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.AccessRight;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.AgencyGroup;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.model.registry.RightParty;
import vn.lgsp.model.registry.ServiceOperation;
import vn.lgsp.registry.boundary.AccessRightFilter;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.PartyView;

/** Finds access rights and says in words what they are between. */
@ApplicationScoped
public class RightStore {
    private static final UUID NOBODY = new UUID(0, 0);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Quotas quotas;

    /** Lists rights with an end within these subtrees, newest first; {@code everything} for all of them. */
    public List<AccessRightView> list(boolean everything, Set<UUID> roots, AccessRightFilter filter) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = em.createNativeQuery(
                        """
                        with recursive within as (
                            select id from agency where id in (:roots)
                            union
                            select a.id from agency a join within w on a.parent_id = w.id),
                        below as (
                            select id from agency where id = :agency
                            union
                            select a.id from agency a join below b on a.parent_id = b.id)
                        select r.id from access_right r
                            left join application sa on sa.id = r.source_application_id
                            left join agency_group sg on sg.id = r.source_group_id
                            left join application da on da.id = r.destination_application_id
                            left join agency_group dg on dg.id = r.destination_group_id
                            cross join lateral (select coalesce(sa.agency_id, r.source_agency_id, sg.owner_id) as source,
                                coalesce(da.agency_id, r.destination_agency_id, dg.owner_id) as destination) home
                        where (:everything or home.source in (select id from within) or home.destination in (select id from within)
                                or exists (select from agency_group_member m where m.group_id in (r.source_group_id, r.destination_group_id)
                                    and m.agency_id in (select id from within)))
                            and (:agency = :nobody
                                or (:side <> 'DESTINATION' and (home.source in (select id from below)
                                    or exists (select from agency_group_member m where m.group_id = r.source_group_id
                                        and m.agency_id in (select id from below))))
                                or (:side <> 'SOURCE' and (home.destination in (select id from below)
                                    or exists (select from agency_group_member m where m.group_id = r.destination_group_id
                                        and m.agency_id in (select id from below)))))
                            and (:application = :nobody or exists (select from application p where p.id = :application and (
                                p.id in (r.source_application_id, r.destination_application_id)
                                or p.agency_id in (r.source_agency_id, r.destination_agency_id)
                                or exists (select from agency_group_member m where m.agency_id = p.agency_id
                                    and m.group_id in (r.source_group_id, r.destination_group_id)))))
                            and (:state = '' or r.state = :state)
                            and (:type = '' or r.data_type = :type)
                            and (:after = :nobody or r.id < :after)
                        order by r.id desc
                        """,
                        UUID.class)
                .setParameter("everything", everything)
                .setParameter("roots", roots.isEmpty() ? Set.of(NOBODY) : roots)
                .setParameter("agency", orNobody(filter.agencyId()))
                .setParameter("side", filter.side() == null ? "" : filter.side().name())
                .setParameter("application", orNobody(filter.applicationId()))
                .setParameter("nobody", NOBODY)
                .setParameter(
                        "state", filter.state() == null ? "" : filter.state().name())
                .setParameter("type", filter.dataType() == null ? "" : filter.dataType())
                .setParameter("after", orNobody(filter.after()))
                .setMaxResults(filter.limit())
                .getResultList();
        return views(ids);
    }

    /** Rights between an agency (all its applications) and another, also through groups that they wait to join, of whatever state, newest first. */
    public List<Verdicts.Candidate> between(UUID source, UUID destination, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        """
                        select r.id, sm.group_id is not null, dm.group_id is not null from access_right r
                            left join application sa on sa.id = r.source_application_id
                            left join agency_group_member sm on sm.group_id = r.source_group_id and sm.agency_id = :source
                            left join agency_group_joining sj
                                on sj.group_id = r.source_group_id and sj.agency_id = :source and sj.state = 'REQUESTED'
                            left join application da on da.id = r.destination_application_id
                            left join agency_group_member dm on dm.group_id = r.destination_group_id and dm.agency_id = :destination
                            left join agency_group_joining dj
                                on dj.group_id = r.destination_group_id and dj.agency_id = :destination and dj.state = 'REQUESTED'
                        where (sa.agency_id = :source or r.source_agency_id = :source
                                or sm.group_id is not null or sj.group_id is not null)
                            and (da.agency_id = :destination or r.destination_agency_id = :destination
                                or dm.group_id is not null or dj.group_id is not null)
                        order by case r.state when 'APPROVED' then 0 when 'REQUESTED' then 1 else 2 end, r.id desc
                        """)
                .setParameter("source", source)
                .setParameter("destination", destination)
                .setMaxResults(limit)
                .getResultList();
        Map<UUID, AccessRightView> views = views(
                        rows.stream().map(row -> (UUID) row[0]).toList())
                .stream()
                .collect(Collectors.toMap(AccessRightView::id, view -> view));
        return rows.stream()
                .map(row -> new Verdicts.Candidate(views.get((UUID) row[0]), (Boolean) row[1], (Boolean) row[2]))
                .toList();
    }

    /** The right, held against changes by others until the transaction ends. */
    public AccessRight lock(UUID id) {
        AccessRight found = id == null ? null : em.find(AccessRight.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
    }

    /** Rights in the order of their ids, newest first. */
    public List<AccessRightView> views(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<AccessRight> rights = em.createQuery(
                        "select r from AccessRight r where r.id in :ids order by r.id desc", AccessRight.class)
                .setParameter("ids", ids)
                .getResultList();
        Map<RightParty, PartyView> parties = parties(rights.stream()
                .flatMap(right -> Stream.of(right.source(), right.destination()))
                .collect(Collectors.toSet()));
        Map<UUID, String> people = people(rights);
        Map<UUID, Integer> used = quotas.usedToday(rights.stream()
                .filter(right -> right.dailyQuota() != null)
                .map(AccessRight::id)
                .toList());
        return rights.stream().map(right -> view(right, parties, people, used)).toList();
    }

    private AccessRightView view(
            AccessRight right, Map<RightParty, PartyView> parties, Map<UUID, String> people, Map<UUID, Integer> used) {
        ServiceOperation operation =
                right.operationId() == null ? null : em.find(ServiceOperation.class, right.operationId());
        return new AccessRightView(
                right.id(),
                parties.get(right.source()),
                parties.get(right.destination()),
                right.dataType(),
                right.operationId(),
                operation == null
                        ? null
                        : em.find(ExchangeService.class, operation.serviceId()).code(),
                operation == null ? null : operation.code(),
                right.validFrom(),
                right.validTo(),
                right.dailyQuota(),
                used.getOrDefault(right.id(), 0),
                right.state(),
                right.document(),
                right.purpose(),
                people.get(right.requestedBy()),
                right.createdAt(),
                people.get(right.decidedBy()),
                right.decidedAt(),
                right.decisionReason(),
                people.get(right.withdrawnBy()),
                right.withdrawnAt(),
                right.withdrawnReason(),
                right.version());
    }

    /** Ends of rights in words. */
    public Map<RightParty, PartyView> parties(Set<RightParty> wanted) {
        Map<UUID, Application> applications =
                found(Application.class, of(wanted, RightParty.Kind.APPLICATION), Application::id);
        Map<UUID, AgencyGroup> groups = found(AgencyGroup.class, of(wanted, RightParty.Kind.GROUP), AgencyGroup::id);
        Map<UUID, Agency> agencies = found(
                Agency.class,
                Stream.of(
                                of(wanted, RightParty.Kind.AGENCY).stream(),
                                applications.values().stream().map(Application::agencyId),
                                groups.values().stream().map(AgencyGroup::ownerId))
                        .flatMap(ids -> ids)
                        .collect(Collectors.toSet()),
                Agency::id);
        Map<RightParty, PartyView> result = new HashMap<>();
        for (RightParty party : wanted) {
            result.put(
                    party,
                    switch (party.kind()) {
                        case APPLICATION -> {
                            Application application = applications.get(party.id());
                            yield view(
                                    party,
                                    application.code(),
                                    application.name(),
                                    agencies.get(application.agencyId()));
                        }
                        case AGENCY -> {
                            Agency agency = agencies.get(party.id());
                            yield view(party, agency.code(), agency.name(), agency);
                        }
                        case GROUP -> {
                            AgencyGroup group = groups.get(party.id());
                            yield view(party, group.code(), group.name(), agencies.get(group.ownerId()));
                        }
                    });
        }
        return result;
    }

    private static PartyView view(RightParty party, String code, String name, Agency home) {
        return new PartyView(party.kind(), party.id(), code, name, home.id(), home.code(), home.name());
    }

    private static Set<UUID> of(Set<RightParty> parties, RightParty.Kind kind) {
        return parties.stream()
                .filter(party -> party.kind() == kind)
                .map(RightParty::id)
                .collect(Collectors.toSet());
    }

    private <T> Map<UUID, T> found(Class<T> type, Set<UUID> ids, java.util.function.Function<T, UUID> id) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(id, entity -> entity));
    }

    private Map<UUID, String> people(List<AccessRight> rights) {
        Set<UUID> ids = rights.stream()
                .flatMap(right -> Stream.of(right.requestedBy(), right.decidedBy(), right.withdrawnBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> names = new HashMap<>();
        found(Account.class, ids, Account::id).forEach((id, account) -> names.put(id, account.username()));
        return names;
    }

    private static UUID orNobody(UUID id) {
        return id == null ? NOBODY : id;
    }
}

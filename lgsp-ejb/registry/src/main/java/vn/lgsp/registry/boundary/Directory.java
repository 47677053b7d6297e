package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.control.AgencySearch;
import vn.lgsp.registry.control.CodeBook;

/** Looks up who can be reached and how they are called (Điều 5.7, 5.11). Everything here may be known to every application. */
@Stateless
public class Directory {
    private static final String VIEW =
            """
            select new vn.lgsp.registry.boundary.AgencyView(
                a.id, a.code, a.codeQd20, a.name, cast(a.level as integer), p.code, a.kind, a.state, a.sample)
            from Agency a left join Agency p on p.id = a.parentId
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private CodeBook book;

    @Inject
    private AgencySearch search;

    /**
     * Finds an agency by any code that it has or ever had, in either form or as an alias; empty when nobody ever had it.
     *
     * @param code may be null or anything else
     */
    public Optional<AgencyView> byCode(String code) {
        return book.find(code).flatMap(found -> byId(found.code().agencyId()));
    }

    /**
     * Says what a code leads to: whose it is, since when, and what came in its place (Điều 5.7, 7.2).
     *
     * @param code either form, or an alias; may be null or anything else
     */
    public Optional<CodeResolution> resolve(String code) {
        return book.find(code)
                .map(found -> book.resolution(
                        code, found, byId(found.code().agencyId()).orElseThrow()));
    }

    /** Says whether packets for a closed code still go on to its successor today. */
    public boolean leadsOn(String code) {
        return book.find(code)
                .flatMap(found -> book.leadsOnUntil(found.code().id()))
                .isPresent();
    }

    /** Finds an agency by its id. */
    public Optional<AgencyView> byId(UUID id) {
        return one(em.createQuery(VIEW + "where a.id = :id", AgencyView.class).setParameter("id", id));
    }

    /** Finds agencies by their ids, in no order; those that do not exist are left out. */
    public List<AgencyView> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(VIEW + "where a.id in :ids", AgencyView.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /**
     * Searches agencies that exist by the beginning of a code of either form, by words of the name, accents or not, or by initials; the
     * best first.
     *
     * @param query 1–100 characters; the last word may be only begun
     * @param limit 1–100
     */
    public List<AgencyView> search(String query, int limit) {
        return search(AgencyQuery.of(query, limit));
    }

    /**
     * Searches agencies as they are now; the best first, those higher up before those below them.
     *
     * @return at most as many as the query's limit; empty when nothing fits, or the text has neither letters nor digits
     */
    public List<AgencyView> search(AgencyQuery query) {
        List<UUID> ids = search.search(query);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, AgencyView> views = byIds(ids).stream().collect(Collectors.toMap(AgencyView::id, view -> view));
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    /** Returns the agency and all below it. */
    public Set<UUID> subtree(UUID agencyId) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = em.createNativeQuery(
                        """
                        with recursive below as (
                            select id from agency where id = :root
                            union all
                            select a.id from agency a join below b on a.parent_id = b.id)
                        select id from below
                        """,
                        UUID.class)
                .setParameter("root", agencyId)
                .getResultList();
        return new HashSet<>(ids);
    }

    /** Returns the agency and all above it, from below to the top. */
    public List<UUID> above(UUID agencyId) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = em.createNativeQuery(
                        """
                        with recursive above as (
                            select id, parent_id, 0 as height from agency where id = :agency
                            union all
                            select a.id, a.parent_id, b.height + 1 from agency a join above b on a.id = b.parent_id)
                        select id from above order by height
                        """,
                        UUID.class)
                .setParameter("agency", agencyId)
                .getResultList();
        return ids;
    }

    /** Finds an application by its id. */
    public Optional<ApplicationView> application(UUID id) {
        return Optional.ofNullable(em.find(Application.class, id))
                .map(found -> ApplicationView.of(found, em.find(Agency.class, found.agencyId())));
    }

    /**
     * Searches applications by the beginning of their code or by any part of their name, accents or not.
     *
     * @param query 1–100 characters
     * @param limit 1–100
     */
    public List<ApplicationView> applications(String query, int limit) {
        return em.createQuery(
                        """
                        select a from Application a
                        where cast(function('fold_vietnamese', a.name) as string) like :name escape '!' or a.code like :code escape '!'
                        order by a.code
                        """,
                        Application.class)
                .setParameter("name", "%" + literal(SearchText.fold(query)) + "%")
                .setParameter("code", literal(query.strip()) + "%")
                .setMaxResults(limit)
                .getResultStream()
                .map(found -> ApplicationView.of(found, em.find(Agency.class, found.agencyId())))
                .toList();
    }

    /** Finds the application to which packets for an agency go in this environment: the first registered that is active and receives, a sample only
     * when there is no other. */
    public Optional<ApplicationView> receiver(UUID agencyId, Environment environment) {
        return receiver(agencyId, environment, "");
    }

    /** The same, among those that receive this type of data: that list it, or list none. */
    public Optional<ApplicationView> receiver(UUID agencyId, Environment environment, String dataType) {
        return receiver(agencyId, environment, dataType, "");
    }

    /** The same, and no other than the application with this code; empty for any. */
    @SuppressWarnings("unchecked")
    public Optional<ApplicationView> receiver(
            UUID agencyId, Environment environment, String dataType, String application) {
        return ((Stream<Application>) em.createNativeQuery(
                                """
                                select a.* from application a
                                where a.agency_id = :agency and a.environment = :environment and a.receives and a.state = 'ACTIVE'
                                    and (:application = '' or a.code = :application)
                                    and (:type = ''
                                        or not exists (select from application_data_type d
                                            where d.application_id = a.id and d.direction = 'RECEIVE')
                                        or exists (select from application_data_type d
                                            where d.application_id = a.id and d.direction = 'RECEIVE' and d.data_type = :type))
                                order by a.sample, a.id limit 1
                                """,
                                Application.class)
                        .setParameter("agency", agencyId)
                        .setParameter("environment", environment.name())
                        .setParameter("type", dataType)
                        .setParameter("application", application)
                        .getResultStream())
                .findFirst()
                .map(found -> ApplicationView.of(found, em.find(Agency.class, found.agencyId())));
    }

    /** Finds a registered type of data. */
    public Optional<DataType> dataType(String code) {
        return Optional.ofNullable(em.find(DataType.class, code));
    }

    /** Returns all registered types of data, by code. */
    public List<DataType> dataTypes() {
        return em.createQuery("select d from DataType d order by d.code", DataType.class)
                .getResultList();
    }

    private static <T> Optional<T> one(TypedQuery<T> query) {
        return query.getResultStream().findFirst();
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

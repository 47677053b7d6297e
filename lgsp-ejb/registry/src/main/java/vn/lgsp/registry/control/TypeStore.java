package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.version.DraftedVersion;
import vn.lgsp.registry.boundary.TypeEvent;
import vn.lgsp.registry.control.content.CodeRule;

/** Reads and keeps versions of data types with their documents, code lists and what was done to them. */
@ApplicationScoped
public class TypeStore {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Registers a type whose first version is a draft. */
    public void register(String code, String nameVi, String nameEn, String protocol, long maxBytes, UUID ownerId) {
        em.createNativeQuery(
                        """
                        insert into data_type (code, name_vi, name_en, protocol, max_bytes, owner_agency_id, current_version)
                        values (:code, :vi, :en, :protocol, :bytes, cast(:owner as uuid), null)
                        """)
                .setParameter("code", code)
                .setParameter("vi", nameVi)
                .setParameter("en", nameEn)
                .setParameter("protocol", protocol)
                .setParameter("bytes", maxBytes)
                .setParameter("owner", ownerId == null ? null : ownerId.toString())
                .executeUpdate();
    }

    /** Lets requests without a version get the newest that is in force, or else the newest that may still be used. */
    public void settleCurrent(String type) {
        em.flush();
        em.createNativeQuery(
                        """
                        update data_type t set current_version = v.number, max_bytes = coalesce(v.max_bytes, t.max_bytes)
                        from (select max(number) as number, max(max_bytes) as max_bytes from (
                            select number, max_bytes from data_type_version
                            where data_type = :type and state in ('PUBLISHED', 'DEPRECATED')
                            order by state desc, number desc limit 1) newest) v
                        where t.code = :type
                        """)
                .setParameter("type", type)
                .executeUpdate();
    }

    /** The documents of a version by name. */
    public Map<String, byte[]> documents(UUID versionId) {
        Map<String, byte[]> documents = new TreeMap<>();
        rows(em.createNativeQuery(
                                "select name, content from data_type_document where version_id = :version", Tuple.class)
                        .setParameter("version", versionId))
                .forEach(row -> documents.put(row.get(0, String.class), row.get(1, byte[].class)));
        return documents;
    }

    /** The sizes of a version's documents by name, bytes. */
    public Map<String, Integer> sizes(UUID versionId) {
        Map<String, Integer> sizes = new TreeMap<>();
        rows(em.createNativeQuery(
                                "select name, octet_length(content) from data_type_document where version_id = :version",
                                Tuple.class)
                        .setParameter("version", versionId))
                .forEach(row -> sizes.put(row.get(0, String.class), row.get(1, Integer.class)));
        return sizes;
    }

    /** Puts a document in place of an earlier one of its name. */
    public void put(UUID versionId, String name, byte[] content) {
        em.createNativeQuery(
                        """
                        insert into data_type_document (version_id, name, content) values (:version, :name, :content)
                        on conflict (version_id, name) do update set content = excluded.content
                        """)
                .setParameter("version", versionId)
                .setParameter("name", name)
                .setParameter("content", content)
                .executeUpdate();
    }

    /** Takes a document out; false when there is none of this name. */
    public boolean remove(UUID versionId, String name) {
        return em.createNativeQuery("delete from data_type_document where version_id = :version and name = :name")
                        .setParameter("version", versionId)
                        .setParameter("name", name)
                        .executeUpdate()
                > 0;
    }

    /** Which list the values of which path have to be of. */
    public Map<String, String> codes(UUID versionId) {
        Map<String, String> codes = new TreeMap<>();
        rows(em.createNativeQuery("select path, code_list from data_type_code where version_id = :version", Tuple.class)
                        .setParameter("version", versionId))
                .forEach(row -> codes.put(row.get(0, String.class), row.get(1, String.class)));
        return codes;
    }

    /** Binds paths to lists, in place of all earlier ones. */
    public void bind(UUID versionId, Map<String, String> codes) {
        em.createNativeQuery("delete from data_type_code where version_id = :version")
                .setParameter("version", versionId)
                .executeUpdate();
        codes.forEach((path, list) -> em.createNativeQuery(
                        "insert into data_type_code (version_id, path, code_list) values (:version, :path, :list)")
                .setParameter("version", versionId)
                .setParameter("path", path)
                .setParameter("list", list)
                .executeUpdate());
    }

    /** Whether a list has been published. */
    public boolean listPublished(String list) {
        return !em.createNativeQuery("select 1 from code_list_version where code_list = :list and state = 'PUBLISHED'")
                .setParameter("list", list)
                .getResultList()
                .isEmpty();
    }

    /** The bound paths with the codes that are in force today. */
    public List<CodeRule> codeRules(UUID versionId) {
        Map<String, Set<String>> lists = new HashMap<>();
        return codes(versionId).entrySet().stream()
                .map(bound -> new CodeRule(
                        bound.getKey(), bound.getValue(), lists.computeIfAbsent(bound.getValue(), this::inForce)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Set<String> inForce(String list) {
        return new HashSet<String>(em.createNativeQuery(
                        """
                        select e.code from code_list_entry e join code_list_version v on v.id = e.version_id
                        where v.code_list = :list and v.state = 'PUBLISHED'
                            and (e.valid_from is null or e.valid_from <= :today) and (e.valid_to is null or e.valid_to >= :today)
                        """,
                        String.class)
                .setParameter("list", list)
                .setParameter("today", LocalDate.now(HERE))
                .getResultList());
    }

    /** Writes down what was done to a version; the reason may be null. */
    public void note(String type, String list, int number, Staff staff, TypeEvent.Act act, String reason) {
        em.createNativeQuery(
                        """
                        insert into data_type_event (id, data_type, code_list, number, at, actor_id, actor_name, act, reason)
                        values (:id, cast(:type as varchar), cast(:list as varchar), :number, :now, :actor, :name, :act,
                            cast(:reason as varchar))
                        """)
                .setParameter("id", Ids.next())
                .setParameter("type", type)
                .setParameter("list", list)
                .setParameter("number", number)
                .setParameter("now", Instant.now())
                .setParameter("actor", staff.accountId())
                .setParameter("name", staff.username())
                .setParameter("act", act.name())
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /** Whether somebody had a hand in a draft. */
    public boolean drafted(String type, String list, int number, UUID accountId) {
        return !em.createNativeQuery(
                        """
                        select 1 from data_type_event where (data_type = cast(:type as varchar) or code_list = cast(:list as varchar))
                            and number = :number and actor_id = :actor and act in ('DRAFTED', 'EDITED')
                        """)
                .setParameter("type", type)
                .setParameter("list", list)
                .setParameter("number", number)
                .setParameter("actor", accountId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Requires that somebody had no hand in a draft, also before others changed it.
     *
     * @throws LgspException OWN_REQUEST
     */
    public void requireOther(DraftedVersion draft, String type, String list, Staff staff) {
        draft.requireOther(staff);
        if (drafted(type, list, draft.number(), staff.accountId())) {
            throw new LgspException(ErrorCode.OWN_REQUEST);
        }
    }

    /** What was done to a type or a list, newest first. */
    public List<TypeEvent> history(String type, String list, int limit) {
        return rows(em.createNativeQuery(
                                """
                                select number, at, actor_name, act, reason from data_type_event
                                where data_type = cast(:type as varchar) or code_list = cast(:list as varchar) order by at desc, id desc
                                """,
                                Tuple.class)
                        .setParameter("type", type)
                        .setParameter("list", list)
                        .setMaxResults(limit))
                .stream()
                .map(row -> new TypeEvent(
                        row.get(0, Integer.class),
                        row.get(1, Instant.class),
                        row.get(2, String.class),
                        TypeEvent.Act.valueOf(row.get(3, String.class)),
                        row.get(4, String.class)))
                .toList();
    }

    /** How many applications list a type, and how many rights in force name it. */
    public long[] usage(String type) {
        Tuple row = rows(em.createNativeQuery(
                                """
                                select (select count(distinct application_id) from application_data_type where data_type = :type),
                                    (select count(*) from access_right where data_type = :type and state = 'APPROVED'
                                        and (valid_to is null or valid_to > :now))
                                """,
                                Tuple.class)
                        .setParameter("type", type)
                        .setParameter("now", Instant.now()))
                .get(0);
        return new long[] {((Number) row.get(0)).longValue(), ((Number) row.get(1)).longValue()};
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}

package vn.lgsp.registry.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.CodeListVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.CodeListView;
import vn.lgsp.registry.boundary.CodeListView.Change;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.VersionHead;
import vn.lgsp.registry.boundary.VersionSteps;

/** Reads and keeps lists of codes. */
@ApplicationScoped
public class CodeListStore {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Directory directory;

    @Inject
    private VersionSteps steps;

    /** A list without its versions. */
    public record Head(String code, String nameVi, String nameEn, UUID ownerId) {}

    /** Lists like a pattern, in the order of their codes; those with nothing but a draft are left out unless asked for. */
    public List<Head> heads(boolean drafts, String like, String after, int limit) {
        return rows(em.createNativeQuery(
                                """
                                select code, name_vi, name_en, owner_agency_id from code_list l where code > :after
                                    and (:drafts or exists (select from code_list_version v
                                        where v.code_list = l.code and v.state <> 'DRAFT'))
                                    and (code like :like escape '!' or fold_vietnamese(name_vi) like :like escape '!'
                                        or fold_vietnamese(name_en) like :like escape '!')
                                order by code
                                """,
                                Tuple.class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("drafts", drafts)
                        .setParameter("like", like)
                        .setMaxResults(limit))
                .stream()
                .map(CodeListStore::head)
                .toList();
    }

    /** One list; empty when there is none. */
    public Optional<Head> head(String code) {
        return rows(em.createNativeQuery(
                                "select code, name_vi, name_en, owner_agency_id from code_list where code = :code",
                                Tuple.class)
                        .setParameter("code", code))
                .stream()
                .map(CodeListStore::head)
                .findFirst();
    }

    /** @throws LgspException NOT_FOUND */
    public Head required(String code) {
        return head(code).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private static Head head(Tuple row) {
        return new Head(
                row.get(0, String.class), row.get(1, String.class), row.get(2, String.class), row.get(3, UUID.class));
    }

    /** Registers a list. */
    public void register(Head head) {
        em.createNativeQuery(
                        "insert into code_list (code, name_vi, name_en, owner_agency_id) values (:code, :vi, :en, cast(:owner as uuid))")
                .setParameter("code", head.code())
                .setParameter("vi", head.nameVi())
                .setParameter("en", head.nameEn())
                .setParameter(
                        "owner", head.ownerId() == null ? null : head.ownerId().toString())
                .executeUpdate();
    }

    /** The list as it is told; drafts are left out unless asked for. */
    public CodeListView view(Head head, boolean drafts) {
        List<CodeListVersion> versions = steps.versions(CodeListVersion.class, head.code());
        return new CodeListView(
                head.code(),
                head.nameVi(),
                head.nameEn(),
                head.ownerId() == null ? null : directory.byId(head.ownerId()).orElse(null),
                versions.stream()
                        .filter(version -> version.state() == VersionState.PUBLISHED)
                        .map(CodeListVersion::number)
                        .findFirst()
                        .orElse(null),
                versions.stream()
                        .filter(version -> drafts || version.state() != VersionState.DRAFT)
                        .map(this::version)
                        .toList());
    }

    private CodeListView.Version version(CodeListVersion found) {
        return new CodeListView.Version(VersionHead.of(found), count(found.id()));
    }

    /** How many codes a version has. */
    public int count(UUID versionId) {
        return ((Number) em.createNativeQuery("select count(*) from code_list_entry where version_id = :version")
                        .setParameter("version", versionId)
                        .getSingleResult())
                .intValue();
    }

    /** The codes of a version like a pattern in their order, after the one given. */
    public List<Entry> entries(UUID versionId, String like, String after, int limit) {
        return rows(em.createNativeQuery(
                                """
                                select code, name_vi, name_en, valid_from, valid_to from code_list_entry
                                where version_id = :version and code > :after
                                    and (fold_vietnamese(code) like :like escape '!' or fold_vietnamese(name_vi) like :like escape '!'
                                        or fold_vietnamese(name_en) like :like escape '!')
                                order by code
                                """,
                                Tuple.class)
                        .setParameter("version", versionId)
                        .setParameter("like", like)
                        .setParameter("after", after == null ? "" : after)
                        .setMaxResults(limit))
                .stream()
                .map(row -> entry(row, 0))
                .toList();
    }

    /** One code of a version. */
    public Optional<Entry> entry(UUID versionId, String code) {
        return rows(em.createNativeQuery(
                                """
                                select code, name_vi, name_en, valid_from, valid_to from code_list_entry
                                where version_id = :version and code = :code
                                """,
                                Tuple.class)
                        .setParameter("version", versionId)
                        .setParameter("code", code))
                .stream()
                .map(row -> entry(row, 0))
                .findFirst();
    }

    /** The codes that differ between two versions in their order, after the one given. */
    public List<Change> changes(UUID before, UUID now, String after, int limit) {
        return rows(em.createNativeQuery(
                                """
                                select o.code, o.name_vi, o.name_en, o.valid_from, o.valid_to,
                                    n.code, n.name_vi, n.name_en, n.valid_from, n.valid_to
                                from (select * from code_list_entry where version_id = :before) o
                                    full join (select * from code_list_entry where version_id = :now) n on n.code = o.code
                                where coalesce(n.code, o.code) > :after
                                    and (o.name_vi, o.name_en, o.valid_from, o.valid_to, o.code)
                                        is distinct from (n.name_vi, n.name_en, n.valid_from, n.valid_to, n.code)
                                order by coalesce(n.code, o.code)
                                """,
                                Tuple.class)
                        .setParameter("before", before)
                        .setParameter("now", now)
                        .setParameter("after", after == null ? "" : after)
                        .setMaxResults(limit))
                .stream()
                .map(row -> new Change(entry(row, 0), entry(row, 5)))
                .toList();
    }

    /** What stands in a row from a column on; null where nothing does. */
    private static Entry entry(Tuple row, int from) {
        return row.get(from) == null
                ? null
                : new Entry(
                        row.get(from, String.class),
                        row.get(from + 1, String.class),
                        row.get(from + 2, String.class),
                        day(row.get(from + 3)),
                        day(row.get(from + 4)));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    /** Puts these codes into a draft in place of all others. */
    public void replace(UUID versionId, List<Entry> entries) {
        em.createNativeQuery("delete from code_list_entry where version_id = :version")
                .setParameter("version", versionId)
                .executeUpdate();
        entries.forEach(entry -> put(versionId, entry));
    }

    /** Puts the codes of one version into another that has none. */
    public void copy(UUID from, UUID to) {
        em.createNativeQuery(
                        """
                        insert into code_list_entry (version_id, code, name_vi, name_en, valid_from, valid_to)
                        select :to, code, name_vi, name_en, valid_from, valid_to from code_list_entry where version_id = :from
                        """)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /** Puts a code into a draft, in place of what it was. */
    public void put(UUID versionId, Entry entry) {
        em.createNativeQuery(
                        """
                        insert into code_list_entry (version_id, code, name_vi, name_en, valid_from, valid_to)
                        values (:version, :code, :vi, :en, cast(:from as date), cast(:to as date))
                        on conflict (version_id, code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
                            valid_from = excluded.valid_from, valid_to = excluded.valid_to
                        """)
                .setParameter("version", versionId)
                .setParameter("code", entry.code())
                .setParameter("vi", entry.nameVi())
                .setParameter("en", entry.nameEn())
                .setParameter("from", Objects.toString(entry.validFrom(), null))
                .setParameter("to", Objects.toString(entry.validTo(), null))
                .executeUpdate();
    }

    /** Takes a code out of a draft; false when it is not in it. */
    public boolean remove(UUID versionId, String code) {
        return em.createNativeQuery("delete from code_list_entry where version_id = :version and code = :code")
                        .setParameter("version", versionId)
                        .setParameter("code", code)
                        .executeUpdate()
                > 0;
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}

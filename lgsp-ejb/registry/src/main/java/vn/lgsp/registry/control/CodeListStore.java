package vn.lgsp.registry.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.registry.CodeListVersion;
import vn.lgsp.model.registry.VersionState;
import vn.lgsp.registry.boundary.CodeListView;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.boundary.Directory;

/** Reads and keeps lists of codes. */
@ApplicationScoped
public class CodeListStore {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Directory directory;

    /** A list without its versions. */
    public record Head(String code, String nameVi, String nameEn, UUID ownerId) {}

    /** Lists in the order of their codes; those with nothing but a draft are left out unless asked for. */
    public List<Head> heads(boolean drafts, String after, int limit) {
        return rows(em.createNativeQuery(
                                """
                                select code, name_vi, name_en, owner_agency_id from code_list l where code > :after
                                    and (:drafts or exists (select from code_list_version v
                                        where v.code_list = l.code and v.state <> 'DRAFT'))
                                order by code
                                """,
                                Tuple.class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("drafts", drafts)
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

    /** All versions of a list, the newest first. */
    public List<CodeListVersion> versions(String code) {
        return em.createQuery(
                        "select v from CodeListVersion v where v.codeList = :code order by v.number desc",
                        CodeListVersion.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** The list as it is told; drafts are left out unless asked for. */
    public CodeListView view(Head head, boolean drafts) {
        List<CodeListVersion> versions = versions(head.code());
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
        Number entries =
                (Number) em.createNativeQuery("select count(*) from code_list_entry where version_id = :version")
                        .setParameter("version", found.id())
                        .getSingleResult();
        return new CodeListView.Version(
                found.number(),
                found.state(),
                entries.intValue(),
                found.draftedBy(),
                found.draftedName(),
                found.draftedAt(),
                found.publishedName(),
                found.publishedAt(),
                found.version());
    }

    /** The codes of a version in their order, after the one given. */
    public List<Entry> entries(UUID versionId, String after, int limit) {
        return rows(em.createNativeQuery(
                                """
                                select code, name_vi, name_en, valid_from, valid_to from code_list_entry
                                where version_id = :version and code > :after order by code
                                """,
                                Tuple.class)
                        .setParameter("version", versionId)
                        .setParameter("after", after == null ? "" : after)
                        .setMaxResults(limit))
                .stream()
                .map(row -> new Entry(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        day(row.get(3)),
                        day(row.get(4))))
                .toList();
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    /** Puts these codes into a draft in place of all others. */
    public void replace(UUID versionId, List<Entry> entries) {
        em.createNativeQuery("delete from code_list_entry where version_id = :version")
                .setParameter("version", versionId)
                .executeUpdate();
        for (Entry entry : entries) {
            em.createNativeQuery(
                            """
                            insert into code_list_entry (version_id, code, name_vi, name_en, valid_from, valid_to)
                            values (:version, :code, :vi, :en, cast(:from as date), cast(:to as date))
                            """)
                    .setParameter("version", versionId)
                    .setParameter("code", entry.code())
                    .setParameter("vi", entry.nameVi())
                    .setParameter("en", entry.nameEn())
                    .setParameter(
                            "from",
                            entry.validFrom() == null ? null : entry.validFrom().toString())
                    .setParameter(
                            "to",
                            entry.validTo() == null ? null : entry.validTo().toString())
                    .executeUpdate();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}

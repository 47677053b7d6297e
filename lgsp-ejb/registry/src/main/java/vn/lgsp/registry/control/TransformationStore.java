package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Transformation;
import vn.lgsp.registry.boundary.FormTaken;
import vn.lgsp.registry.boundary.TransformationEvent;
import vn.lgsp.registry.boundary.TransformationVersionView.Sample;

/** Reads and keeps transformations with the samples of their versions, what was done to them, and who takes them. */
@ApplicationScoped
public class TransformationStore {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** A sample with its bytes. */
    public record Document(String name, String mediaType, byte[] content) {}

    /** @throws LgspException NOT_FOUND */
    public Transformation find(String code) {
        return Optional.ofNullable(em.find(Transformation.class, code))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** The samples of a version by name. */
    public List<Sample> samples(UUID versionId) {
        return rows(em.createNativeQuery(
                                """
                                select name, media_type, octet_length(content) from transformation_sample
                                where version_id = :version order by name
                                """,
                                Tuple.class)
                        .setParameter("version", versionId))
                .stream()
                .map(row -> new Sample(row.get(0, String.class), row.get(1, String.class), row.get(2, Integer.class)))
                .toList();
    }

    /** The samples of a version by name, with their bytes. */
    public List<Document> documents(UUID versionId) {
        return rows(em.createNativeQuery(
                                """
                                select name, media_type, content from transformation_sample where version_id = :version order by name
                                """,
                                Tuple.class)
                        .setParameter("version", versionId))
                .stream()
                .map(row -> new Document(row.get(0, String.class), row.get(1, String.class), row.get(2, byte[].class)))
                .toList();
    }

    /** Puts a sample in place of an earlier one of its name. */
    public void put(UUID versionId, Document sample) {
        em.createNativeQuery(
                        """
                        insert into transformation_sample (version_id, name, media_type, content) values (:version, :name, :type, :content)
                        on conflict (version_id, name) do update set media_type = excluded.media_type, content = excluded.content
                        """)
                .setParameter("version", versionId)
                .setParameter("name", sample.name())
                .setParameter("type", sample.mediaType())
                .setParameter("content", sample.content())
                .executeUpdate();
    }

    /** Takes a sample out; false when there is none of this name. */
    public boolean remove(UUID versionId, String name) {
        return em.createNativeQuery("delete from transformation_sample where version_id = :version and name = :name")
                        .setParameter("version", versionId)
                        .setParameter("name", name)
                        .executeUpdate()
                > 0;
    }

    /** Writes down what was done to a version; the reason may be null. */
    public void note(String code, int number, Staff staff, TransformationEvent.Act act, String reason) {
        em.createNativeQuery(
                        """
                        insert into transformation_event (id, transformation, number, at, actor_id, actor_name, act, reason)
                        values (:id, :code, :number, :now, :actor, :name, :act, cast(:reason as varchar))
                        """)
                .setParameter("id", Ids.next())
                .setParameter("code", code)
                .setParameter("number", number)
                .setParameter("now", Instant.now())
                .setParameter("actor", staff.accountId())
                .setParameter("name", staff.username())
                .setParameter("act", act.name())
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /** Whether somebody had a hand in a draft. */
    public boolean drafted(String code, int number, UUID accountId) {
        return !em.createNativeQuery(
                        """
                        select 1 from transformation_event
                        where transformation = :code and number = :number and actor_id = :actor and act in ('DRAFTED', 'EDITED')
                        """)
                .setParameter("code", code)
                .setParameter("number", number)
                .setParameter("actor", accountId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What was done to a transformation, newest first. */
    public List<TransformationEvent> history(String code, int limit) {
        return rows(em.createNativeQuery(
                                """
                                select number, at, actor_name, act, reason from transformation_event
                                where transformation = :code order by at desc, id desc
                                """,
                                Tuple.class)
                        .setParameter("code", code)
                        .setMaxResults(limit))
                .stream()
                .map(row -> new TransformationEvent(
                        row.get(0, Integer.class),
                        row.get(1, Instant.class),
                        row.get(2, String.class),
                        TransformationEvent.Act.valueOf(row.get(3, String.class)),
                        row.get(4, String.class)))
                .toList();
    }

    /**
     * Which applications take which forms.
     *
     * @param code of the transformation; null for any
     * @param applicationId null for all
     */
    public List<FormTaken> taken(String code, UUID applicationId) {
        return rows(em.createNativeQuery(
                                """
                                select a.id, a.code, g.name, f.data_type, f.transformation, f.set_by, f.set_at
                                from application_form f join application a on a.id = f.application_id join agency g on g.id = a.agency_id
                                where (cast(:code as varchar) is null or f.transformation = cast(:code as varchar))
                                    and (cast(:application as uuid) is null or f.application_id = cast(:application as uuid))
                                order by a.code, f.data_type
                                """,
                                Tuple.class)
                        .setParameter("code", code)
                        .setParameter("application", applicationId == null ? null : applicationId.toString()))
                .stream()
                .map(row -> new FormTaken(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, Instant.class)))
                .toList();
    }

    /** How many applications take a transformation. */
    public int takers(String code) {
        return ((Number) em.createNativeQuery("select count(*) from application_form where transformation = :code")
                        .setParameter("code", code)
                        .getSingleResult())
                .intValue();
    }

    /** Lets an application take a form of a type from now on. */
    public void take(UUID applicationId, String dataType, String code, Staff staff) {
        em.createNativeQuery(
                        """
                        insert into application_form (application_id, data_type, transformation, set_by, set_at)
                        values (:application, :type, :code, :name, :now)
                        on conflict (application_id, data_type) do update
                            set transformation = excluded.transformation, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .setParameter("application", applicationId)
                .setParameter("type", dataType)
                .setParameter("code", code)
                .setParameter("name", staff.username())
                .setParameter("now", Instant.now())
                .executeUpdate();
    }

    /** Lets an application take what is sent; false when it did. */
    public boolean leave(UUID applicationId, String dataType) {
        return em.createNativeQuery(
                                "delete from application_form where application_id = :application and data_type = :type")
                        .setParameter("application", applicationId)
                        .setParameter("type", dataType)
                        .executeUpdate()
                > 0;
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}

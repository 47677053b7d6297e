package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Transformation;
import vn.lgsp.model.registry.TransformationVersion;
import vn.lgsp.registry.control.transform.ConversionRoom;
import vn.lgsp.registry.control.transform.Program;

/**
 * Which form applications take, and how it is made (Điều 8.4). No right is asked for: whoever delivers a packet does so in the form that its
 * destination takes.
 */
@Stateless
public class Conversions {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Directory directory;

    @EJB
    private DataTypes types;

    @Inject
    private ConversionRoom room;

    /**
     * The form that an application takes of a type.
     *
     * @param versionId of the version that is in force
     * @param number of that version
     * @param dataType that the form is of
     */
    public record Taken(UUID applicationId, UUID versionId, String transformation, int number, String dataType) {}

    /**
     * The forms that applications take of a type; none for those that take what is sent.
     *
     * @throws LgspException UNAVAILABLE when a transformation that somebody takes has no version in force
     */
    public List<Taken> taken(String dataType, Collection<UUID> applications) {
        String ids = applications.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(
                        """
                        select f.application_id, v.id, t.code, v.number, t.to_type
                        from application_form f join transformation t on t.code = f.transformation
                        left join transformation_version v on v.transformation = t.code and v.state = 'PUBLISHED'
                        where f.application_id = any (cast(:ids as uuid[])) and f.data_type = :type
                        """,
                        Tuple.class)
                .setParameter("ids", ids)
                .setParameter("type", dataType)
                .getResultList();
        return rows.stream().map(Conversions::taken).toList();
    }

    private static Taken taken(Tuple row) {
        if (row.get(1) == null) {
            // Nobody gets what was sent in the place of the form that it takes.
            throw new LgspException(ErrorCode.UNAVAILABLE);
        }
        return new Taken(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                ((Number) row.get(3)).intValue(),
                row.get(4, String.class));
    }

    /** A version that was published, ready to convert. */
    public Conversion conversion(UUID versionId) {
        TransformationVersion version = em.find(TransformationVersion.class, versionId);
        Transformation transformation = em.find(Transformation.class, version.subject());
        Transformation.Ends ends = transformation.ends();
        return new Conversion(
                versionId,
                ends,
                new Program(version.kind(), version.program()),
                types.rules(directory.dataType(ends.toType()).orElseThrow(), null)
                        .map(ContentRules::check)
                        .orElse(null),
                room);
    }
}

package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ApplicationEvent;
import vn.lgsp.model.registry.ApplicationEvent.Act;
import vn.lgsp.model.registry.Transformation;
import vn.lgsp.model.registry.TransformationVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.TransformationStore;

/** Which form an application takes of which type of data (Điều 8.4): one for each type, said by the people of its agency. */
@Stateless
public class ApplicationForms {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private VersionSteps steps;

    @Inject
    private TransformationStore store;

    /** The forms that an application takes, by type; NOT_FOUND where the person may not look. */
    public List<FormTaken> of(Staff staff, UUID applicationId) {
        find(staff, Right.APPLICATIONS_READ, applicationId);
        return store.taken(null, applicationId);
    }

    /** Who takes a transformation, of the applications that the person may see. */
    public List<FormTaken> takers(Staff staff, String transformation) {
        scope.require(staff, Right.APPLICATIONS_READ);
        return store.taken(store.find(transformation).code(), null).stream()
                .filter(taken -> scope.reaches(
                        staff,
                        Right.APPLICATIONS_READ,
                        em.find(Application.class, taken.applicationId()).agencyId()))
                .toList();
    }

    /**
     * Lets an application take another form of a type from the next packet on.
     *
     * @throws LgspException NOT_FOUND; REQUEST_INVALID for a transformation of another type, or one that has no version in force
     */
    public List<FormTaken> take(Staff staff, UUID applicationId, String dataType, String transformation) {
        find(staff, Right.APPLICATIONS_CHANGE, applicationId);
        Transformation wanted = transformation == null ? null : em.find(Transformation.class, transformation);
        if (wanted == null || !wanted.ends().fromType().equals(dataType)) {
            throw Fields.invalid("transformation", "transformation");
        }
        // Nobody retires it meanwhile.
        steps.alone(TransformationVersion.class, transformation);
        if (steps.in(TransformationVersion.class, transformation, VersionState.PUBLISHED)
                .isEmpty()) {
            throw Fields.invalid("transformation", "transformation");
        }
        store.take(applicationId, dataType, transformation, staff);
        note(staff, applicationId, dataType + " → " + transformation);
        return store.taken(null, applicationId);
    }

    /** Lets an application take what is sent again; NOT_FOUND when it does. */
    public List<FormTaken> leave(Staff staff, UUID applicationId, String dataType) {
        find(staff, Right.APPLICATIONS_CHANGE, applicationId);
        if (!store.leave(applicationId, dataType)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        note(staff, applicationId, dataType + " → " + dataType);
        return store.taken(null, applicationId);
    }

    private void note(Staff staff, UUID applicationId, String what) {
        em.persist(new ApplicationEvent(applicationId, staff, Act.CHANGED, null, null, what));
    }

    private void find(Staff staff, Right right, UUID applicationId) {
        scope.require(staff, right);
        Application found = em.find(Application.class, applicationId);
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        scope.require(staff, right, found.agencyId());
    }
}

package vn.lgsp.registry.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Transformation.Ends;
import vn.lgsp.model.registry.TransformationVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.ContentCheck;
import vn.lgsp.registry.boundary.DataTypes;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.TransformationEvent.Act;
import vn.lgsp.registry.boundary.VersionSteps;
import vn.lgsp.registry.control.transform.Program;

/** The transactions before and after a version is tried: nothing is locked while programs run. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TransformationSteps {
    @Inject
    private VersionSteps steps;

    @Inject
    private TransformationStore store;

    @EJB
    private Directory directory;

    @EJB
    private DataTypes types;

    /**
     * A version as it is tried.
     *
     * @param edit counts the edits
     */
    public record Tried(
            Ends ends, Program program, VersionState state, int edit, List<TransformationStore.Document> samples) {}

    /** @throws LgspException NOT_FOUND, also for drafts where they are not to be seen */
    public Tried tried(String code, int number, boolean drafts) {
        TransformationVersion version = steps.find(TransformationVersion.class, code, number);
        if (!drafts && version.state() == VersionState.DRAFT) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return new Tried(
                store.find(code).ends(),
                new Program(version.kind(), version.program()),
                version.state(),
                version.version(),
                store.documents(version.id()));
    }

    /** The rules that results have to keep; null where the type has none in force. */
    public ContentCheck check(Ends ends) {
        return directory
                .dataType(ends.toType())
                .flatMap(type -> types.rules(type, null))
                .map(rules -> rules.check())
                .orElse(null);
    }

    /**
     * A draft is published by somebody who had no hand in it.
     *
     * @throws LgspException OWN_REQUEST
     */
    public void requireOther(Staff staff, String code, int number) {
        if (store.drafted(code, number, staff.accountId())) {
            throw new LgspException(ErrorCode.OWN_REQUEST);
        }
    }

    /** Puts a draft in force that was tried as it is. */
    public void publish(Staff staff, String code, int number, int edit) {
        TransformationVersion draft =
                steps.lock(steps.find(TransformationVersion.class, code, number), edit, VersionState.DRAFT);
        requireOther(staff, code, number);
        steps.publish(draft, staff);
        store.note(code, number, staff, Act.PUBLISHED, null);
    }
}

package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Transformation;
import vn.lgsp.model.registry.TransformationVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.control.TransformationSteps;
import vn.lgsp.registry.control.TransformationStore;
import vn.lgsp.registry.control.TransformationStore.Document;
import vn.lgsp.registry.control.Trials;

/**
 * Transformations of content, to be looked at and tried (Điều 8.4). What was published may be known to everybody, so an application is no argument
 * here: null stands for it, and it sees no drafts.
 */
@Stateless
public class Transformations {
    /** The largest sample, bytes. */
    public static final int LARGEST_SAMPLE = 1024 * 1024;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private VersionSteps steps;

    @Inject
    private TransformationStore store;

    @EJB
    private TransformationSteps trying;

    @Inject
    private Trials trials;

    /**
     * Transformations in the order of their codes; for an application those with a version that was published.
     *
     * @param staff null for an application
     * @param text part of code or name, accents or not; null for any
     * @param after the last code of the page before; null for the beginning
     */
    public List<TransformationView> list(Staff staff, String text, String after, int limit) {
        require(staff);
        String wanted = text == null ? "" : SearchText.fold(text.strip());
        return em.createQuery(
                        """
                        select t from Transformation t where t.code > :after
                            and (:drafts = true or exists (
                                select 1 from TransformationVersion v where v.subject = t.code and v.state <> :draft))
                            and (locate(:text, t.code) > 0
                                or locate(:text, cast(function('fold_vietnamese', t.nameVi) as string)) > 0
                                or locate(:text, cast(function('fold_vietnamese', t.nameEn) as string)) > 0)
                        order by t.code
                        """,
                        Transformation.class)
                .setParameter("after", after == null ? "" : after)
                .setParameter("drafts", staff != null)
                .setParameter("draft", VersionState.DRAFT)
                .setParameter("text", wanted)
                .setMaxResults(limit)
                .getResultStream()
                .map(found -> view(staff, found))
                .toList();
    }

    /**
     * One transformation with its versions.
     *
     * @param staff null for an application
     * @throws LgspException NOT_FOUND
     */
    public TransformationView find(Staff staff, String code) {
        require(staff);
        TransformationView found = view(staff, store.find(code));
        if (found.versions().isEmpty()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
    }

    /** What was done to it, newest first. */
    public List<TransformationEvent> history(Staff staff, String code, int limit) {
        scope.require(staff, Right.TRANSFORMATIONS_READ);
        return store.history(store.find(code).code(), limit);
    }

    /** A sample of a version, for people; NOT_FOUND for a name that there is none of. */
    public byte[] sample(Staff staff, String code, int number, String name) {
        scope.require(staff, Right.TRANSFORMATIONS_READ);
        TransformationVersion version = steps.find(TransformationVersion.class, code, number);
        return store.documents(version.id()).stream()
                .filter(sample -> sample.name().equals(name))
                .map(Document::content)
                .findFirst()
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * Converts a sample as if it had been sent alone; nothing of it is kept.
     *
     * @param staff null for an application
     * @throws LgspException NOT_FOUND, REQUEST_TOO_LARGE, UNAVAILABLE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ConversionTrial attempt(
            Staff staff, String code, int number, String name, String mediaType, byte[] content) {
        require(staff);
        if (content.length > LARGEST_SAMPLE) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, LARGEST_SAMPLE);
        }
        return trials.of(trying.tried(code, number, staff != null), new Document(name, mediaType, content));
    }

    /** How the stored samples of a version fare, by their names in order. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<SampleTrial> attempts(Staff staff, String code, int number) {
        scope.require(staff, Right.TRANSFORMATIONS_READ);
        TransformationSteps.Tried version = trying.tried(code, number, true);
        return version.samples().stream()
                .map(sample -> new SampleTrial(sample.name(), sample.content(), trials.of(version, sample)))
                .toList();
    }

    /** A stored sample, before and after. */
    public record SampleTrial(String name, byte[] before, ConversionTrial after) {}

    private void require(Staff staff) {
        if (staff != null) {
            scope.require(staff, Right.TRANSFORMATIONS_READ);
        }
    }

    private TransformationView view(Staff staff, Transformation found) {
        List<TransformationVersion> versions = steps.versions(TransformationVersion.class, found.code());
        return new TransformationView(
                found.code(),
                found.nameVi(),
                found.nameEn(),
                found.ends(),
                versions.stream()
                        .filter(version -> version.state() == VersionState.PUBLISHED)
                        .map(TransformationVersion::number)
                        .findFirst()
                        .orElse(null),
                versions.stream()
                        .filter(version -> staff != null || version.state() != VersionState.DRAFT)
                        .map(version -> TransformationVersionView.of(version, store.samples(version.id())))
                        .toList(),
                store.takers(found.code()));
    }
}

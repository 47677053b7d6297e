package vn.lgsp.registry.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Transformation;
import vn.lgsp.model.registry.Transformation.Ends;
import vn.lgsp.model.registry.TransformationKind;
import vn.lgsp.model.registry.TransformationVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.TransformationEvent.Act;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.TransformationSteps;
import vn.lgsp.registry.control.TransformationStore;
import vn.lgsp.registry.control.Trials;

/**
 * The life of transformations: drafted by one person, tried with samples, published by another, replaced by the next, retired (Điều 8.4, 15.3).
 * Programs run on the platform itself, so they are the business of the whole province.
 */
@Stateless
public class TransformationDrafts {
    /** The longest program, bytes. */
    public static final int LARGEST_PROGRAM = 256 * 1024;

    /** How many samples a version may have. */
    public static final int MOST_SAMPLES = 20;

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,49}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,255}");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_MEDIA_TYPES = 5;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @EJB
    private Directory directory;

    @Inject
    private VersionSteps steps;

    @Inject
    private TransformationStore store;

    @EJB
    private TransformationSteps trying;

    @Inject
    private Trials trials;

    @EJB
    private Transformations transformations;

    /** A transformation as somebody wants to draft it; {@code program} is null for kinds that need none. */
    public record NewTransformation(
            String code, String nameVi, String nameEn, Ends ends, TransformationKind kind, String program) {}

    /**
     * Drafts a transformation with its version 1; nothing is converted by it before somebody else has published that.
     *
     * @throws LgspException REQUEST_INVALID with every field at fault
     */
    public TransformationView create(Staff staff, NewTransformation wanted) {
        scope.requireEverywhere(staff, Right.TRANSFORMATIONS_CHANGE);
        Fields fields = new Fields();
        String code = fields.code("code", wanted.code(), CODE);
        String nameVi = fields.text("nameVi", wanted.nameVi(), 1, LONGEST_NAME);
        String nameEn = fields.text("nameEn", wanted.nameEn(), 1, LONGEST_NAME);
        Ends ends = ends(fields, wanted.ends());
        byte[] program = program(fields, wanted.kind(), wanted.program());
        if (em.find(Transformation.class, code) != null) {
            fields.add("code", "taken");
        }
        fields.check();
        em.persist(new Transformation(code, nameVi, nameEn, ends));
        em.flush();
        return begun(staff, code, wanted.kind(), program, List.of());
    }

    private Ends ends(Fields fields, Ends given) {
        type(fields, "fromType", given.fromType());
        type(fields, "toType", given.toType());
        List<String> mediaIn = given.mediaIn().stream()
                .filter(Objects::nonNull)
                .map(TransformationDrafts::media)
                .distinct()
                .toList();
        if (mediaIn.isEmpty() || mediaIn.size() > MOST_MEDIA_TYPES) {
            fields.add("mediaIn", "items", 1, MOST_MEDIA_TYPES);
        }
        if (!mediaIn.stream().allMatch(type -> MEDIA_TYPE.matcher(type).matches())) {
            fields.add("mediaIn", "media-type");
        }
        String mediaOut = given.mediaOut() == null ? "" : media(given.mediaOut());
        if (!MEDIA_TYPE.matcher(mediaOut).matches()) {
            fields.add("mediaOut", "media-type");
        }
        return new Ends(given.fromType(), given.toType(), mediaIn, mediaOut);
    }

    private static String media(String type) {
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private void type(Fields fields, String field, String code) {
        if (code == null || directory.dataType(code).isEmpty()) {
            fields.add(field, "data-type");
        }
    }

    private static byte[] program(Fields fields, TransformationKind kind, String given) {
        fields.chosen("kind", kind);
        byte[] program = given == null || given.isBlank() ? null : given.getBytes(UTF_8);
        if (kind == null) {
            return program;
        }
        if (program == null && kind.programmed()) {
            fields.add("program", "required");
        } else if (program != null && !kind.programmable()) {
            fields.add("program", "no-program");
        } else if (program != null && program.length > LARGEST_PROGRAM) {
            fields.add("program", "bytes", LARGEST_PROGRAM);
        }
        return program;
    }

    /**
     * Begins the next version as a copy of the newest.
     *
     * @throws LgspException NOT_FOUND; TRANSFORMATION_STATE while there is a draft
     */
    public TransformationView draft(Staff staff, String code) {
        own(staff, Right.TRANSFORMATIONS_CHANGE, code);
        steps.alone(TransformationVersion.class, code);
        TransformationVersion newest = steps.found(steps.newest(TransformationVersion.class, code));
        return begun(staff, code, newest.kind(), newest.program(), store.documents(newest.id()));
    }

    private TransformationView begun(
            Staff staff,
            String code,
            TransformationKind kind,
            byte[] program,
            List<TransformationStore.Document> samples) {
        TransformationVersion draft = steps.begin(
                TransformationVersion.class,
                code,
                number -> new TransformationVersion(code, number, kind, program, staff, VersionSteps.now()));
        samples.forEach(sample -> store.put(draft.id(), sample));
        store.note(code, draft.number(), staff, Act.DRAFTED, null);
        return transformations.find(staff, code);
    }

    /**
     * Changes the program of a draft. Whether it can be used is asked when it is tried or published.
     *
     * @param seen the edit that was looked at; null for any
     * @throws LgspException NOT_FOUND, TRANSFORMATION_STATE when it is no draft, EDIT_CONFLICT, REQUEST_INVALID
     */
    public TransformationView edit(
            Staff staff, String code, int number, Integer seen, TransformationKind kind, String given) {
        TransformationVersion draft = draftOf(staff, code, number, seen);
        Fields fields = new Fields();
        byte[] program = program(fields, kind, given);
        fields.check();
        return edited(staff, draft, kind, program);
    }

    private TransformationView edited(
            Staff staff, TransformationVersion draft, TransformationKind kind, byte[] program) {
        draft.draft(kind, program, staff, VersionSteps.now());
        em.flush();
        store.note(draft.subject(), draft.number(), staff, Act.EDITED, null);
        return transformations.find(staff, draft.subject());
    }

    /**
     * Stores a sample with a draft, in place of an earlier one of its name. Samples are kept for good with their version: they have to be made up.
     *
     * @throws LgspException as {@link #edit}; REQUEST_TOO_LARGE
     */
    public TransformationView put(
            Staff staff, String code, int number, Integer seen, String name, String mediaType, byte[] content) {
        TransformationVersion draft = draftOf(staff, code, number, seen);
        Fields fields = new Fields();
        fields.code("name", name, NAME);
        fields.code("mediaType", mediaType == null ? null : media(mediaType), MEDIA_TYPE);
        if (content.length == 0) {
            fields.add("content", "required");
        }
        List<TransformationVersionView.Sample> samples = store.samples(draft.id());
        if (samples.size() >= MOST_SAMPLES
                && samples.stream().noneMatch(sample -> sample.name().equals(name))) {
            fields.add("samples", "items", 0, MOST_SAMPLES);
        }
        fields.check();
        if (content.length > Transformations.LARGEST_SAMPLE) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, Transformations.LARGEST_SAMPLE);
        }
        store.put(draft.id(), new TransformationStore.Document(name, media(mediaType), content));
        return edited(staff, draft, draft.kind(), draft.program());
    }

    /** Takes a sample out of a draft; as {@link #put}. */
    public TransformationView remove(Staff staff, String code, int number, Integer seen, String name) {
        TransformationVersion draft = draftOf(staff, code, number, seen);
        if (!store.remove(draft.id(), name)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return edited(staff, draft, draft.kind(), draft.program());
    }

    /**
     * Puts a draft in force, by somebody who had no hand in it; what was in force before is replaced. It has to have samples, and all of them have to
     * pass.
     *
     * @throws LgspException NOT_FOUND, TRANSFORMATION_STATE, EDIT_CONFLICT, OWN_REQUEST; TRANSFORMATION_UNTRIED without a sample;
     *     TRANSFORMATION_UNUSABLE naming the sample that fails and why
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TransformationView publish(Staff staff, String code, int number, Integer seen) {
        scope.requireEverywhere(staff, Right.TRANSFORMATIONS_PUBLISH);
        TransformationSteps.Tried draft = trying.tried(code, number, true);
        if (draft.state() == VersionState.DRAFT) {
            if (seen != null && seen != draft.edit()) {
                throw new LgspException(ErrorCode.EDIT_CONFLICT);
            }
            trying.requireOther(staff, code, number);
            trials.requirePassing(draft);
        }
        trying.publish(staff, code, number, draft.edit());
        return transformations.find(staff, code);
    }

    /**
     * Ends a version: no packet is converted by it any more.
     *
     * @throws LgspException NOT_FOUND, TRANSFORMATION_STATE, EDIT_CONFLICT, REQUEST_INVALID without a reason; TRANSFORMATION_IN_USE while
     *     applications take what is in force
     */
    public TransformationView retire(Staff staff, String code, int number, Integer seen, String reason) {
        own(staff, Right.TRANSFORMATIONS_CHANGE, code);
        String why = Fields.reason(reason);
        steps.alone(TransformationVersion.class, code);
        TransformationVersion version = steps.lock(
                steps.find(TransformationVersion.class, code, number),
                seen,
                VersionState.PUBLISHED,
                VersionState.REPLACED);
        if (version.state() == VersionState.PUBLISHED && store.takers(code) > 0) {
            throw new LgspException(ErrorCode.TRANSFORMATION_IN_USE, store.takers(code));
        }
        version.become(VersionState.RETIRED, VersionSteps.now());
        em.flush();
        store.note(code, number, staff, Act.RETIRED, why);
        return transformations.find(staff, code);
    }

    /** @return what may be done to this version */
    public VersionChoices choices(Staff staff, TransformationView transformation, TransformationVersionView version) {
        return new VersionChoices(
                scope.has(staff, Right.TRANSFORMATIONS_CHANGE, null),
                version.state() == VersionState.DRAFT
                        && scope.has(staff, Right.TRANSFORMATIONS_PUBLISH, null)
                        && !store.drafted(transformation.code(), version.number(), staff.accountId()));
    }

    private TransformationVersion draftOf(Staff staff, String code, int number, Integer seen) {
        own(staff, Right.TRANSFORMATIONS_CHANGE, code);
        return steps.lock(steps.find(TransformationVersion.class, code, number), seen, VersionState.DRAFT);
    }

    private void own(Staff staff, Right right, String code) {
        scope.requireEverywhere(staff, right);
        store.find(code);
    }
}

package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.model.registry.DataTypeVersion;
import vn.lgsp.model.registry.DataTypeVersion.Rules;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.TypeEvent.Act;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.TypeReading;
import vn.lgsp.registry.control.TypeRules;
import vn.lgsp.registry.control.TypeStore;
import vn.lgsp.registry.control.content.SchemaFault;

/**
 * The life of data types' versions: drafted by one person, published by another, then replaced and retired (Điều 3.6, 15.3). The agency that
 * owns a type answers for it; types without an owner are the whole platform's.
 */
@Stateless
public class DataTypeDrafts {
    /** The largest document of a schema, bytes. */
    public static final int LARGEST_DOCUMENT = 1024 * 1024;

    /** How many documents a schema may have. */
    public static final int MOST_DOCUMENTS = 20;

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,49}");
    private static final Pattern PROTOCOL = Pattern.compile("[a-z0-9][a-z0-9-]{1,19}");
    private static final int LONGEST_NAME = 200;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @EJB
    private Directory directory;

    @Inject
    private VersionSteps steps;

    @Inject
    private TypeStore store;

    @Inject
    private TypeReading reading;

    @EJB
    private DataTypes types;

    /**
     * A type as somebody wants to register it.
     *
     * @param ownerId the agency that answers for it; null for the platform
     * @param codes path to the code list of its values
     */
    public record NewDataType(
            String code,
            String nameVi,
            String nameEn,
            String protocol,
            UUID ownerId,
            Rules rules,
            Map<String, String> codes) {}

    /**
     * Registers a type whose version 1 is a draft; nothing can be sent as it before somebody else has published that.
     *
     * @throws LgspException REQUEST_INVALID with every field at fault
     */
    public DataTypeView create(Staff staff, NewDataType wanted) {
        scope.requireFor(staff, Right.DATA_TYPES_CHANGE, wanted.ownerId());
        Fields fields = new Fields();
        String code = fields.code("code", wanted.code(), CODE);
        String nameVi = fields.text("nameVi", wanted.nameVi(), 1, LONGEST_NAME);
        String nameEn = fields.text("nameEn", wanted.nameEn(), 1, LONGEST_NAME);
        String protocol = fields.code("protocol", wanted.protocol(), PROTOCOL);
        Rules rules = TypeRules.checked(fields, wanted.rules());
        TypeRules.codes(fields, rules, wanted.codes(), store);
        if (directory.dataType(code).isPresent()) {
            fields.add("code", "taken");
        }
        fields.check();
        store.register(code, nameVi, nameEn, protocol, rules.maxBytes(), wanted.ownerId());
        return begun(staff, code, rules, Map.of(), wanted.codes());
    }

    /**
     * Begins the next version as a copy of the newest.
     *
     * @throws LgspException NOT_FOUND; DATA_TYPE_STATE when there is a draft already
     */
    public DataTypeView draft(Staff staff, String code) {
        own(staff, Right.DATA_TYPES_CHANGE, code);
        steps.alone(DataTypeVersion.class, code);
        DataTypeVersion newest = steps.found(steps.newest(DataTypeVersion.class, code));
        return begun(staff, code, newest.rules(), store.documents(newest.id()), store.codes(newest.id()));
    }

    private DataTypeView begun(
            Staff staff, String code, Rules rules, Map<String, byte[]> documents, Map<String, String> codes) {
        DataTypeVersion draft = steps.begin(
                DataTypeVersion.class,
                code,
                number -> new DataTypeVersion(code, number, rules, staff, VersionSteps.now()));
        documents.forEach((name, content) -> store.put(draft.id(), name, content));
        store.bind(draft.id(), codes);
        store.note(code, null, draft.number(), staff, Act.DRAFTED, null);
        return types.find(staff, code);
    }

    /**
     * Changes the rules of a draft.
     *
     * @param seen the edit that was looked at; null for any
     * @throws LgspException NOT_FOUND, DATA_TYPE_STATE when it is no draft, EDIT_CONFLICT, REQUEST_INVALID
     */
    public DataTypeView edit(
            Staff staff, String code, int number, Integer seen, Rules given, Map<String, String> codes) {
        DataTypeVersion draft = draftOf(staff, code, number, seen);
        Fields fields = new Fields();
        Rules rules = TypeRules.checked(fields, given);
        TypeRules.codes(fields, rules, codes, store);
        fields.check();
        store.bind(draft.id(), codes);
        edited(draft, rules, staff);
        return types.find(staff, code);
    }

    /**
     * Puts a document into the schema of a draft, in place of an earlier one of its name. Whether the schema can be used is asked when it is
     * tried or published: documents come one after the other.
     *
     * @throws LgspException as {@link #edit}; REQUEST_TOO_LARGE
     */
    public DataTypeView put(Staff staff, String code, int number, Integer seen, String name, byte[] content) {
        DataTypeVersion draft = draftOf(staff, code, number, seen);
        Fields fields = new Fields();
        fields.code("name", name, TypeRules.DOCUMENT);
        if (content.length == 0) {
            fields.add("content", "required");
        }
        Map<String, byte[]> documents = store.documents(draft.id());
        if (documents.size() >= MOST_DOCUMENTS && !documents.containsKey(name)) {
            fields.add("documents", "items", 0, MOST_DOCUMENTS);
        }
        fields.check();
        if (content.length > LARGEST_DOCUMENT) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, LARGEST_DOCUMENT);
        }
        store.put(draft.id(), name, content);
        edited(draft, draft.rules(), staff);
        return types.find(staff, code);
    }

    /** Takes a document out of the schema of a draft; as {@link #put}. */
    public DataTypeView remove(Staff staff, String code, int number, Integer seen, String name) {
        DataTypeVersion draft = draftOf(staff, code, number, seen);
        if (!store.remove(draft.id(), name)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        edited(draft, draft.rules(), staff);
        return types.find(staff, code);
    }

    /**
     * Puts a draft in force, by somebody who had no hand in it; what was in force before becomes an earlier version that can still be asked
     * for.
     *
     * @throws LgspException NOT_FOUND, DATA_TYPE_STATE, EDIT_CONFLICT; OWN_REQUEST for who drafted; SCHEMA_UNUSABLE
     */
    public DataTypeView publish(Staff staff, String code, int number, Integer seen) {
        own(staff, Right.DATA_TYPES_PUBLISH, code);
        DataTypeVersion draft = lock(code, number, seen, VersionState.DRAFT);
        store.requireOther(draft, code, null, staff);
        try {
            reading.ruleSet(draft);
        } catch (SchemaFault fault) {
            throw TypeRules.unusable(fault);
        }
        steps.publish(draft, staff);
        return moved(staff, draft, Act.PUBLISHED, null);
    }

    /** Marks a version as old: who names it may still use it. */
    public DataTypeView deprecate(Staff staff, String code, int number, Integer seen, String reason) {
        return end(staff, code, number, seen, VersionState.DEPRECATED, reason);
    }

    /** Ends a version: nothing new is sent by it; what was granted before goes on. */
    public DataTypeView retire(Staff staff, String code, int number, Integer seen, String reason) {
        return end(staff, code, number, seen, VersionState.RETIRED, reason);
    }

    private DataTypeView end(Staff staff, String code, int number, Integer seen, VersionState next, String reason) {
        own(staff, Right.DATA_TYPES_CHANGE, code);
        String why = Fields.reason(reason);
        DataTypeVersion version = lock(code, number, seen, VersionState.PUBLISHED, VersionState.DEPRECATED);
        version.become(next, VersionSteps.now());
        return moved(staff, version, next == VersionState.RETIRED ? Act.RETIRED : Act.DEPRECATED, why);
    }

    private DataTypeView moved(Staff staff, DataTypeVersion version, Act act, String reason) {
        store.settleCurrent(version.subject());
        store.note(version.subject(), null, version.number(), staff, act, reason);
        em.clear();
        return types.find(staff, version.subject());
    }

    /** @return what may be done to this version */
    public VersionChoices choices(Staff staff, DataTypeView type, DataTypeVersionView version) {
        UUID owner = type.owner() == null ? null : type.owner().id();
        return new VersionChoices(
                scope.has(staff, Right.DATA_TYPES_CHANGE, owner),
                version.state() == VersionState.DRAFT
                        && scope.has(staff, Right.DATA_TYPES_PUBLISH, owner)
                        && !store.drafted(type.code(), null, version.number(), staff.accountId()));
    }

    private void edited(DataTypeVersion draft, Rules rules, Staff staff) {
        draft.draft(rules, staff, VersionSteps.now());
        em.flush();
        store.note(draft.subject(), null, draft.number(), staff, Act.EDITED, null);
    }

    private DataTypeVersion draftOf(Staff staff, String code, int number, Integer seen) {
        own(staff, Right.DATA_TYPES_CHANGE, code);
        return lock(code, number, seen, VersionState.DRAFT);
    }

    private DataType own(Staff staff, Right right, String code) {
        scope.require(staff, right);
        DataType type = directory.dataType(code).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        scope.requireFor(staff, right, type.ownerAgencyId());
        return type;
    }

    private DataTypeVersion lock(String code, int number, Integer seen, VersionState... allowed) {
        return steps.lock(steps.find(DataTypeVersion.class, code, number), seen, allowed);
    }
}

package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.model.registry.DataTypeVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.control.TypeReading;
import vn.lgsp.registry.control.TypeRules;
import vn.lgsp.registry.control.TypeStore;
import vn.lgsp.registry.control.content.CheckRoom;
import vn.lgsp.registry.control.content.SchemaFault;

/**
 * Data types and the rules of their versions, to be looked at and tried (Điều 3.6, 8.2). What was published may be known to everybody, so an
 * application is no argument here: null stands for it, and it sees no drafts.
 */
@Stateless
public class DataTypes {
    /** The largest sample that can be tried, bytes. */
    public static final int LARGEST_SAMPLE = 4 * 1024 * 1024;

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

    @Inject
    private CheckRoom room;

    /**
     * Types in the order of their codes; for an application those that were published.
     *
     * @param staff null for an application
     * @param text part of code or name, accents or not; null for any
     * @param after the last code of the page before; null for the beginning
     */
    public List<DataTypeView> list(Staff staff, String text, String after, int limit) {
        require(staff);
        return em.createQuery(
                        """
                        select t from DataType t where t.code > :after
                            and (:drafts = true or exists (
                                select 1 from DataTypeVersion v where v.subject = t.code and v.state <> :draft))
                            and (t.code like :text escape '!'
                                or cast(function('fold_vietnamese', t.nameVi) as string) like :text escape '!'
                                or cast(function('fold_vietnamese', t.nameEn) as string) like :text escape '!')
                        order by t.code
                        """,
                        DataType.class)
                .setParameter("after", after == null ? "" : after)
                .setParameter("drafts", staff != null)
                .setParameter("draft", VersionState.DRAFT)
                .setParameter("text", SearchText.within(text))
                .setMaxResults(limit)
                .getResultStream()
                .map(type -> view(staff, type))
                .toList();
    }

    /**
     * One type with its versions.
     *
     * @param staff null for an application
     * @throws LgspException NOT_FOUND
     */
    public DataTypeView find(Staff staff, String code) {
        require(staff);
        DataTypeView found = view(staff, type(code));
        if (found.versions().isEmpty()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
    }

    /**
     * A document of a version's schema.
     *
     * @param staff null for an application
     * @throws LgspException NOT_FOUND
     */
    public byte[] document(Staff staff, String code, int number, String name) {
        require(staff);
        byte[] content = store.documents(seen(staff, code, number).id()).get(name);
        if (content == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return content;
    }

    /** What was done to a type, newest first. */
    public List<TypeEvent> history(Staff staff, String code, int limit) {
        scope.require(staff, Right.DATA_TYPES_READ);
        return store.history(type(code).code(), null, limit);
    }

    /**
     * Holds a sample against a version as if it had been sent alone; nothing of it is kept.
     *
     * @param staff null for an application
     * @param mediaType as the sender would declare it
     * @return what is wrong; empty when it would be taken
     * @throws LgspException NOT_FOUND, REQUEST_TOO_LARGE, SCHEMA_UNUSABLE for a draft whose schema is broken
     */
    public List<Violation> validate(
            Staff staff, String code, int number, String fileName, String mediaType, byte[] content) {
        require(staff);
        if (content.length > LARGEST_SAMPLE) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, LARGEST_SAMPLE);
        }
        try {
            ContentCheck check = new ContentCheck(reading.ruleSet(seen(staff, code, number)), room);
            check.declared(List.of(new ContentCheck.File(fileName, mediaType, content.length)));
            if (check.reads(fileName)) {
                check.read(fileName, new ByteArrayInputStream(content));
            }
            return check.violations();
        } catch (SchemaFault fault) {
            throw TypeRules.unusable(fault);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The rules that a packet's content has to keep. No right is asked for: whoever completes a packet is held to them.
     *
     * @throws LgspException NOT_FOUND
     */
    public ContentCheck check(String code, int number) {
        return new ContentCheck(reading.ruleSet(seen(null, code, number)), room);
    }

    /**
     * The version that a request for a type means.
     *
     * @param asked null for the current one
     * @return its number; empty when there is none of it, or it may not be used
     */
    public Optional<Integer> usable(DataType type, Integer asked) {
        return version(type, asked).map(DataTypeVersion::number);
    }

    /** The rules of the version that a request for a type means, as {@link #usable} finds it. */
    public Optional<ContentRules> rules(DataType type, Integer asked) {
        return version(type, asked).map(version -> new ContentRules(version.number(), reading.ruleSet(version), room));
    }

    private Optional<DataTypeVersion> version(DataType type, Integer asked) {
        Integer number = asked == null ? type.currentVersion() : asked;
        return number == null
                ? Optional.empty()
                : steps.version(DataTypeVersion.class, type.code(), number)
                        .filter(version -> version.state().usable());
    }

    private void require(Staff staff) {
        if (staff != null) {
            scope.require(staff, Right.DATA_TYPES_READ);
        }
    }

    private DataType type(String code) {
        return directory.dataType(code).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private DataTypeVersion seen(Staff staff, String code, int number) {
        return steps.version(DataTypeVersion.class, code, number)
                .filter(version -> staff != null || version.state() != VersionState.DRAFT)
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private DataTypeView view(Staff staff, DataType type) {
        long[] usage = store.usage(type.code());
        return new DataTypeView(
                type.code(),
                type.nameVi(),
                type.nameEn(),
                type.protocol(),
                type.ownerAgencyId() == null
                        ? null
                        : directory.byId(type.ownerAgencyId()).orElse(null),
                type.currentVersion(),
                steps.versions(DataTypeVersion.class, type.code()).stream()
                        .filter(version -> staff != null || version.state() != VersionState.DRAFT)
                        .map(version -> new DataTypeVersionView(
                                VersionHead.of(version),
                                version.rules(),
                                store.sizes(version.id()),
                                store.codes(version.id())))
                        .toList(),
                usage[0],
                usage[1]);
    }
}

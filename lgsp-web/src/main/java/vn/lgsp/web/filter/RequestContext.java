package vn.lgsp.web.filter;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.authentication.boundary.Authenticated;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.authentication.WaiverKind;

/** What is known of the present request. */
@RequestScoped
public class RequestContext {
    private static final Locale VIETNAMESE = new Locale("vi");

    private final UUID id = Ids.next();
    private Locale locale = VIETNAMESE;
    private Caller caller;
    private Staff staff;
    private BodyDigest bodyDigest = BodyDigest.none();
    private boolean confidential;
    private Set<WaiverKind> waivers = Set.of();
    private byte[] requestHash = {};

    /** The id that the answer and the logs carry. */
    public UUID id() {
        return id;
    }

    /** The language of words for people: Vietnamese unless English is asked for. */
    public Locale locale() {
        return locale;
    }

    void preferEnglish() {
        locale = Locale.ENGLISH;
    }

    /** Who signed the request. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("the operation is public: it has no caller");
        }
        return caller;
    }

    /** Who signed the request; empty for a public operation and before the signature was verified. */
    public Optional<Caller> signer() {
        return Optional.ofNullable(caller);
    }

    /** Whose personal token came with the request; only for operations that are for people alone. */
    public Staff staff() {
        if (staff == null) {
            throw new IllegalStateException("the operation is not for people alone");
        }
        return staff;
    }

    /** Whose personal token came with the request; empty where an application asks. */
    public Optional<Staff> person() {
        return Optional.ofNullable(staff);
    }

    void authenticated(Staff bearer) {
        staff = bearer;
    }

    /** SHA-256 of method, address and body of a request of a person; empty for others and for bodies that are streamed. */
    public byte[] requestHash() {
        return requestHash.clone();
    }

    void hashed(byte[] hash) {
        requestHash = hash;
    }

    /** What the signature says of the body. */
    public BodyDigest bodyDigest() {
        return bodyDigest;
    }

    /** Whether nobody could listen to the request on its way. */
    public boolean confidential() {
        return confidential;
    }

    /** The waivers that let the caller in; mostly none. */
    public Set<WaiverKind> waivers() {
        return waivers;
    }

    void authenticated(Authenticated signed) {
        caller = signed.caller();
        waivers = signed.waivers();
        bodyDigest = signed.body();
        confidential = signed.confidential();
    }
}

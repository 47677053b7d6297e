package vn.lgsp.authentication.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.control.Authority;
import vn.lgsp.authentication.control.CertificateChanged;
import vn.lgsp.authentication.control.CertificateContent;
import vn.lgsp.authentication.control.KeyRights;
import vn.lgsp.authentication.control.PublicKeyStrength;
import vn.lgsp.crypto.certificate.CertificateRefused;
import vn.lgsp.crypto.certificate.CertificateRequest;
import vn.lgsp.crypto.certificate.ClientSubject;
import vn.lgsp.crypto.certificate.ForeignCertificate;
import vn.lgsp.crypto.certificate.Pem;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.authentication.CertificatePolicy;
import vn.lgsp.model.authentication.ClientCertificate;
import vn.lgsp.model.authentication.ClientCertificate.State;
import vn.lgsp.model.authentication.RevocationReason;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.Application;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Scope;

/**
 * Certificates of applications (chứng thư, Điều 4.4, 10, 14.1): issued by the platform on a request that the agency made with its own key, or
 * issued by another authority and bound; renewed, revoked. Whoever may handle the keys of an application may handle its certificates; to
 * everybody else they do not exist.
 *
 * <p>A change counts on this node at once, on others within {@code lgsp.key.cache.seconds}.
 */
@Stateless
public class Certificates {
    /** So many certificates in force an application may have: enough for its servers and for replacing each. */
    public static final int MOST = 10;

    private static final int MAX_REASON = 1000;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager database;

    @EJB
    private Directory directory;

    @Inject
    private Scope scope;

    @Inject
    private KeyRights rights;

    @Inject
    private Authority authority;

    @Inject
    private Event<CertificateChanged> changed;

    /** Whether the person may handle the application's certificates. */
    public boolean handles(Staff staff, UUID applicationId) {
        try {
            require(staff, applicationId);
            return true;
        } catch (LgspException refusal) {
            return false;
        }
    }

    /**
     * The certificates of an application, newest first.
     *
     * @throws LgspException {@code forbidden} for somebody who handles no keys; {@code not-found} when there is no such application for this
     *     person
     */
    public List<CertificateView> list(Staff staff, UUID applicationId) {
        require(staff, applicationId);
        var now = Instant.now();
        return all(applicationId).stream()
                .map(certificate -> view(certificate, now))
                .toList();
    }

    /**
     * One certificate of an application.
     *
     * @throws LgspException {@code forbidden}; {@code not-found}
     */
    public CertificateView find(Staff staff, UUID applicationId, UUID certificateId) {
        require(staff, applicationId);
        return view(existing(applicationId, certificateId, LockModeType.NONE), Instant.now());
    }

    /**
     * Issues a certificate. It names the application and its agency as the platform knows them; of the request only the key is taken.
     *
     * @param request PKCS#10 in PEM, at most {@link Pem#MAX_LENGTH} characters
     * @throws LgspException {@code forbidden}; {@code not-found}; {@code request-invalid} (field {@code request}) when it is no request, its
     *     key is weak or not the sender's; {@code application-not-active} when the application was retired;
     *     {@code too-many-certificates}
     */
    public CertificateView issue(Staff staff, UUID applicationId, String request) {
        return issue(staff, require(staff, applicationId), request, null);
    }

    /**
     * Issues a certificate in the place of one that the platform issued before. The old one stays in force until its end, so that both work
     * while the application changes over; revoke it when that is done.
     *
     * @param request as for {@link #issue}; it may be for another key, and better is
     * @throws LgspException as {@link #issue}; {@code certificate-state} when it was revoked or another authority issued it
     */
    public CertificateView renew(Staff staff, UUID applicationId, UUID certificateId, String request) {
        var application = require(staff, applicationId);
        var old = existing(applicationId, certificateId, LockModeType.PESSIMISTIC_WRITE);
        if (!old.own() || old.state(Instant.now()) == State.REVOKED) {
            throw new LgspException(ErrorCode.CERTIFICATE_STATE);
        }
        return issue(staff, application, request, old.id());
    }

    /**
     * Binds a certificate that another authority issued. That the application has its private key shows with its first connection.
     *
     * @param pem the certificate in PEM, for clients, in force
     * @throws LgspException {@code forbidden}; {@code not-found}; {@code request-invalid} (field {@code certificate});
     *     {@code certificate-taken} when it is, or was, bound to this application or another; {@code application-not-active};
     *     {@code too-many-certificates}
     */
    public CertificateView bind(Staff staff, UUID applicationId, String pem) {
        var application = require(staff, applicationId);
        var now = now();
        X509Certificate certificate;
        try {
            certificate = ForeignCertificate.read(pem, now);
        } catch (CertificateRefused e) {
            throw refused("certificate", e);
        }
        requireStrong("certificate", certificate.getPublicKey());
        return enter(staff, application, null, certificate, null, now);
    }

    /**
     * Ends a certificate for ever; connections with it get nothing from the next request on. Repeating the call changes nothing.
     *
     * @param note more about why, at most 1000 characters; may be null
     * @throws LgspException {@code forbidden}; {@code not-found}; {@code request-invalid} without a reason
     */
    public CertificateView revoke(
            Staff staff, UUID applicationId, UUID certificateId, RevocationReason reason, String note) {
        require(staff, applicationId);
        if (reason == null) {
            throw invalid("reason", "required");
        }
        if (note != null && note.length() > MAX_REASON) {
            throw invalid("note", "length", 0, MAX_REASON);
        }
        var certificate = existing(applicationId, certificateId, LockModeType.PESSIMISTIC_WRITE);
        var now = now();
        if (certificate.revokedAt() == null) {
            certificate.revoke(reason, note, now, staff.accountId());
            database.flush();
            if (certificate.own()) {
                authority.listIsDue();
            }
            changed.fire(new CertificateChanged(applicationId));
        }
        return view(certificate, now);
    }

    /**
     * Whether the application has to show a certificate.
     *
     * @throws LgspException {@code forbidden}; {@code not-found}
     */
    public CertificatePolicyView policy(Staff staff, UUID applicationId) {
        require(staff, applicationId);
        return database.createQuery(
                        "select p from CertificatePolicy p where p.applicationId = :application order by p.id desc",
                        CertificatePolicy.class)
                .setParameter("application", applicationId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(policy -> new CertificatePolicyView(policy.required(), policy.reason(), policy.setAt()))
                .orElse(new CertificatePolicyView(false, null, null));
    }

    /**
     * Decides whether the application has to show a certificate with every request, whatever else it shows. Its connections without one end.
     *
     * @param reason 1 to 1000 characters
     * @throws LgspException {@code forbidden}; {@code not-found}; {@code request-invalid}; {@code certificate-state} when one would be
     *     asked for that the application does not have
     */
    public CertificatePolicyView decide(Staff staff, UUID applicationId, boolean required, String reason) {
        require(staff, applicationId);
        if (reason == null || reason.isBlank() || reason.length() > MAX_REASON) {
            throw invalid("reason", "length", 1, MAX_REASON);
        }
        var now = now();
        if (required && inForce(applicationId, now) == 0) {
            throw new LgspException(ErrorCode.CERTIFICATE_STATE);
        }
        var policy = new CertificatePolicy(Ids.next(), applicationId, required, reason.strip(), now, staff.accountId());
        database.persist(policy);
        changed.fire(new CertificateChanged(applicationId));
        return new CertificatePolicyView(required, policy.reason(), now);
    }

    private CertificateView issue(Staff staff, ApplicationView application, String pem, UUID replaces) {
        CertificateRequest request;
        try {
            request = CertificateRequest.read(pem);
        } catch (CertificateRefused e) {
            throw refused("request", e);
        }
        requireStrong("request", request.key());
        var now = now();
        requireRoom(application.id(), now);
        var issued = authority.issue(
                request,
                new ClientSubject(
                        application.id(),
                        application.code(),
                        application.agencyCode(),
                        application.environment().name()),
                now);
        return enter(staff, application, issued.authorityId(), issued.certificate(), replaces, now);
    }

    private CertificateView enter(
            Staff staff,
            ApplicationView application,
            UUID authorityId,
            X509Certificate certificate,
            UUID replaces,
            Instant now) {
        requireRoom(application.id(), now);
        var content = CertificateContent.of(certificate);
        var taken = database.createQuery(
                        "select count(c) from ClientCertificate c where c.fingerprint = :fingerprint", Long.class)
                .setParameter("fingerprint", content.fingerprint())
                .getSingleResult();
        if (taken > 0) {
            throw new LgspException(ErrorCode.CERTIFICATE_TAKEN);
        }
        var entered = new ClientCertificate(
                Ids.next(), application.id(), authorityId, content, replaces, now, staff.accountId());
        database.persist(entered);
        changed.fire(new CertificateChanged(application.id()));
        return view(entered, now);
    }

    /** Locks the application, so that of two at once neither overlooks the other. */
    private void requireRoom(UUID applicationId, Instant now) {
        var application = database.find(Application.class, applicationId, LockModeType.PESSIMISTIC_WRITE);
        if (application == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        if (application.state() == Application.State.RETIRED) {
            throw new LgspException(ErrorCode.APPLICATION_NOT_ACTIVE);
        }
        if (inForce(applicationId, now) >= MOST) {
            throw new LgspException(ErrorCode.TOO_MANY_CERTIFICATES, MOST);
        }
    }

    private long inForce(UUID applicationId, Instant now) {
        return all(applicationId).stream()
                .filter(certificate -> certificate.state(now) == State.IN_FORCE)
                .count();
    }

    private List<ClientCertificate> all(UUID applicationId) {
        return database.createQuery(
                        "select c from ClientCertificate c where c.applicationId = :application order by c.createdAt desc, c.id desc",
                        ClientCertificate.class)
                .setParameter("application", applicationId)
                .getResultList();
    }

    private ClientCertificate existing(UUID applicationId, UUID certificateId, LockModeType lock) {
        var certificate = database.find(ClientCertificate.class, certificateId, lock);
        if (certificate == null || !certificate.applicationId().equals(applicationId)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return certificate;
    }

    private ApplicationView require(Staff staff, UUID applicationId) {
        // Whoever may handle live keys may handle test keys as well.
        scope.require(staff, Right.KEYS_TEST);
        rights.require(staff, applicationId);
        return directory.application(applicationId).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** As exact as the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void requireStrong(String field, PublicKey key) {
        if (PublicKeyStrength.isBreakable(key)) {
            throw invalid(field, "certificate-key-weak");
        }
    }

    private static LgspException refused(String field, CertificateRefused refusal) {
        return invalid(field, refusal.reason().code());
    }

    private static LgspException invalid(String field, String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
    }

    private static CertificateView view(ClientCertificate certificate, Instant now) {
        return new CertificateView(
                certificate.id(),
                certificate.applicationId(),
                certificate.own(),
                certificate.serial(),
                HexFormat.of().formatHex(certificate.fingerprint()),
                certificate.subject(),
                certificate.issuer(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.createdAt(),
                certificate.replaces(),
                certificate.state(now),
                certificate.revokedAt(),
                certificate.revokeReason(),
                certificate.revokeNote(),
                Pem.write(Pem.CERTIFICATE, certificate.certificate()));
    }
}

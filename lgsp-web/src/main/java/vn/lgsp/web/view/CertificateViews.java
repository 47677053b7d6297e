package vn.lgsp.web.view;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.authentication.boundary.CertificatePolicyView;
import vn.lgsp.authentication.boundary.CertificateView;
import vn.lgsp.model.authentication.RevocationReason;

/** Certificates of applications, in and out, as the contract names them. */
public final class CertificateViews {
    private CertificateViews() {}

    /** Schema Certificate. */
    public record Item(
            UUID id,
            String issuedBy,
            String serial,
            String fingerprint,
            String subject,
            String issuer,
            Instant notBefore,
            Instant notAfter,
            Instant createdAt,
            UUID replaces,
            String state,
            Instant revokedAt,
            String reason,
            String note,
            String certificate) {
        /** As people see it. */
        public static Item of(CertificateView view) {
            return new Item(
                    view.id(),
                    view.own() ? "platform" : "other",
                    view.serial(),
                    view.fingerprint(),
                    view.subject(),
                    view.issuer(),
                    view.notBefore(),
                    view.notAfter(),
                    view.createdAt(),
                    view.replaces(),
                    Constants.of(view.state()),
                    view.revokedAt(),
                    Constants.of(view.reason()),
                    view.note(),
                    view.pem());
        }
    }

    /** Schema NewCertificate: either a request, to be issued, or a certificate, to be bound. */
    public record New(String request, String certificate) {
        /** Whether a certificate is to be bound. */
        public boolean binds() {
            if ((request == null) == (certificate == null)) {
                throw Inputs.invalid("request", "one-of-two", "request", "certificate");
            }
            return certificate != null;
        }
    }

    /** Schema CertificateRenewal. */
    public record Renewal(String request) {}

    /** Schema CertificateRevocation. */
    public record Revocation(String reason, String note) {
        /** The reason, null when none was given. */
        public RevocationReason value() {
            return Constants.read("reason", reason, RevocationReason.class);
        }
    }

    /** Schema CertificatePolicy. */
    public record Policy(boolean required, String reason, Instant since) {
        /** As it was decided. */
        public static Policy of(CertificatePolicyView view) {
            return new Policy(view.required(), view.reason(), view.since());
        }
    }

    /** Schema CertificatePolicyChange. */
    public record PolicyChange(Boolean required, String reason) {
        /** Whether one is to be required; it has to be said. */
        public boolean value() {
            if (required == null) {
                throw Inputs.invalid("required", "required");
            }
            return required;
        }
    }
}

package vn.lgsp.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.authentication.boundary.IssuedKey;
import vn.lgsp.authentication.boundary.KeyChange;
import vn.lgsp.authentication.boundary.KeyHistoryLine;
import vn.lgsp.authentication.boundary.KeyRotation;
import vn.lgsp.authentication.boundary.KeyUseOfDay;
import vn.lgsp.authentication.boundary.KeyView;
import vn.lgsp.authentication.boundary.NewKey;
import vn.lgsp.authentication.boundary.OldWayOfDay;
import vn.lgsp.authentication.boundary.WaiverView;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.authentication.WaiverKind;

/** Keys of applications and leave to sign in old ways, in and out, as the contract names them. */
public final class KeyViews {
    private KeyViews() {}

    /** Schema AccessKey. */
    public record Item(
            UUID id,
            UUID application,
            String name,
            String accessKey,
            String environment,
            String algorithm,
            String fingerprint,
            List<String> networks,
            List<String> scopes,
            String state,
            Instant createdAt,
            String createdBy,
            Instant notAfter,
            Instant lastUsedAt,
            String lastUsedFrom,
            UUID replaces,
            UUID replacedBy,
            Instant revokedAt,
            String revokedBy,
            String revokeReason) {
        /** A key without its secret. */
        public static Item of(KeyView key) {
            return new Item(
                    key.id(),
                    key.applicationId(),
                    key.name(),
                    key.accessKey(),
                    Constants.of(key.environment()),
                    key.algorithm(),
                    key.fingerprint(),
                    key.networks(),
                    key.scopes().stream().sorted().map(KeyScope::code).toList(),
                    Constants.of(key.state()),
                    key.createdAt(),
                    key.createdBy(),
                    key.notAfter(),
                    key.lastUsedAt(),
                    key.lastUsedFrom(),
                    key.replaces(),
                    key.replacedBy(),
                    key.revokedAt(),
                    key.revokedBy(),
                    key.revokeReason());
        }
    }

    /** Schema IssuedKey. */
    public record Issued(UUID id, String accessKey, String secret) {
        /** A new key with its secret. */
        public static Issued of(IssuedKey key) {
            return new Issued(key.id(), key.accessKey(), key.secret());
        }

        /** Without the secret, so that no log shows it. */
        @Override
        public String toString() {
            return "Issued[" + accessKey + "]";
        }
    }

    /** Schema NewKey. */
    public record New(
            String name,
            String algorithm,
            String publicKey,
            String notAfter,
            List<String> networks,
            List<String> scopes,
            String reason) {
        /** The order, as the core takes it. */
        public NewKey order(String orderKey) {
            return new NewKey(
                    name,
                    algorithm,
                    publicKey,
                    Inputs.time("notAfter", notAfter),
                    joined(networks),
                    read(scopes),
                    reason,
                    orderKey);
        }
    }

    /** Schema KeyChange. */
    public record Change(String name, String notAfter, List<String> networks, List<String> scopes) {
        /** What is to stand after the change of what stands now; an empty end is none. */
        public KeyChange over(KeyView now) {
            return new KeyChange(
                    name == null ? now.name() : name,
                    notAfter == null ? now.notAfter() : notAfter.isEmpty() ? null : Inputs.time("notAfter", notAfter),
                    networks == null ? joined(now.networks()) : joined(networks),
                    scopes == null ? now.scopes() : read(scopes));
        }
    }

    /** Schema KeyRotation. */
    public record Rotation(String overlap, String publicKey, String notAfter, String reason) {
        /** The order, as the core takes it. */
        public KeyRotation order(String orderKey) {
            return new KeyRotation(duration(), publicKey, Inputs.time("notAfter", notAfter), reason, orderKey);
        }

        private Duration duration() {
            try {
                return overlap == null ? null : Duration.parse(overlap);
            } catch (DateTimeParseException e) {
                throw Inputs.invalid("overlap", "form");
            }
        }
    }

    /** Schema KeyUse. */
    public record Use(
            UUID key,
            String hint,
            String name,
            String day,
            String scheme,
            String algorithm,
            long requests,
            Instant lastAt) {
        /** Uses of a day in one way. */
        public static Use of(KeyUseOfDay use) {
            return new Use(
                    use.keyId(),
                    use.hint(),
                    use.name(),
                    use.day().toString(),
                    use.scheme().code(),
                    use.algorithm(),
                    use.requests(),
                    use.lastAt());
        }
    }

    /** Schema KeyEvent. */
    public record Event(Instant at, String actor, String act, String reason) {
        /** A line of history. */
        public static Event of(KeyHistoryLine line) {
            return new Event(line.at(), line.actor(), Constants.of(line.act()), line.reason());
        }
    }

    /** Schema Waiver. */
    public record Waiver(
            UUID id,
            UUID application,
            String kind,
            String reason,
            boolean inForce,
            String grantedBy,
            Instant grantedAt,
            Instant notAfter,
            Instant endedAt,
            String endedBy,
            String endReason) {
        /** Leave to sign in an old way. */
        public static Waiver of(WaiverView waiver) {
            return new Waiver(
                    waiver.id(),
                    waiver.applicationId(),
                    waiver.kind().code(),
                    waiver.reason(),
                    waiver.inForce(),
                    waiver.grantedBy(),
                    waiver.grantedAt(),
                    waiver.notAfter(),
                    waiver.endedAt(),
                    waiver.endedBy(),
                    waiver.endReason());
        }
    }

    /** Schema NewWaiver. */
    public record NewWaiver(String kind, String reason, String notAfter) {
        /** The kind; null when none was given. */
        public WaiverKind wanted() {
            return Constants.read("kind", kind, WaiverKind.class);
        }

        /** The end; null when none was given. */
        public Instant end() {
            return Inputs.time("notAfter", notAfter);
        }
    }

    /** Schema OldWayUse. */
    public record OldWay(UUID application, String code, String kind, String day, long requests, Instant lastAt) {
        /** Uses of an old way on a day. */
        public static OldWay of(OldWayOfDay use) {
            return new OldWay(
                    use.applicationId(),
                    use.applicationCode(),
                    use.kind().code(),
                    use.day().toString(),
                    use.requests(),
                    use.lastAt());
        }
    }

    private static String joined(List<String> networks) {
        if (networks == null) {
            return null;
        }
        if (networks.stream().anyMatch(Objects::isNull)) {
            throw Inputs.invalid("networks", "required");
        }
        return String.join(" ", networks);
    }

    private static Set<KeyScope> read(List<String> codes) {
        if (codes == null) {
            return null;
        }
        Set<KeyScope> scopes = new LinkedHashSet<>();
        for (String code : codes) {
            scopes.add(code == null ? scopeMissing() : Constants.read("scopes", code, KeyScope.class));
        }
        return scopes;
    }

    private static KeyScope scopeMissing() {
        throw Inputs.invalid("scopes", "required");
    }
}

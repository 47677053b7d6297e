package vn.lgsp.authentication.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.network.AllowedNetworks;

/** Reads the fields of one order about keys, so that everything that is wrong with it is told at once. */
public final class KeyInput {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_NETWORKS = 1_000;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    private static final Duration USUAL_OVERLAP = Duration.ofHours(72);

    private final List<FieldError> wrong = new ArrayList<>();
    private final Instant now;

    /** Reads an order that is given at this instant. */
    public KeyInput(Instant now) {
        this.now = now;
    }

    /** What people call it, without blanks around it. */
    public String name(String name) {
        return text("name", name, 1, LONGEST_NAME);
    }

    /** A reason that must be there. */
    public String reason(String reason) {
        return text("reason", reason, SHORTEST_REASON, LONGEST_REASON);
    }

    /** A reason that may be absent: null then. */
    public String optionalReason(String reason) {
        return reason == null || reason.isBlank() ? null : reason(reason);
    }

    private String text(String field, String value, int least, int most) {
        var clean = value == null ? "" : value.strip();
        var length = clean.codePointCount(0, clean.length());
        if (clean.isEmpty()) {
            add(field, "required");
        } else if (length < least || length > most) {
            add(field, "length", least, most);
        } else if (clean.codePoints().anyMatch(Character::isISOControl)) {
            add(field, "control-character");
        }
        return clean;
    }

    /** An end that lies in the future; null for none. */
    public Instant end(Instant notAfter) {
        if (notAfter != null && !notAfter.isAfter(now)) {
            add("notAfter", "future");
        }
        return notAfter;
    }

    /** An end that must be there, within so long from now. */
    public Instant end(Instant notAfter, Duration most) {
        if (notAfter == null) {
            add("notAfter", "required");
        } else if (notAfter.isAfter(now.plus(most))) {
            add("notAfter", "duration", Duration.ZERO, most);
        }
        return end(notAfter);
    }

    /** Networks as they are stored: separated by one comma and a blank; null for everywhere. */
    public String networks(String networks) {
        if (networks == null || networks.isBlank()) {
            return null;
        }
        if (networks.length() > LONGEST_NETWORKS) {
            add("networks", "length", 0, LONGEST_NETWORKS);
            return null;
        }
        var malformed = AllowedNetworks.malformedIn(networks);
        if (malformed.isPresent()) {
            add("networks", "address-range", malformed.get());
            return null;
        }
        return Arrays.stream(networks.strip().split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Scopes; null stands for all of them. */
    public Set<KeyScope> scopes(Set<KeyScope> scopes) {
        if (scopes != null && scopes.isEmpty()) {
            add("scopes", "required");
        }
        return scopes == null || scopes.isEmpty() ? KeyScope.all() : scopes;
    }

    /** An algorithm that keys may be registered for; null stands for HMAC-SHA256. */
    public Algorithm algorithm(String label) {
        if (label == null) {
            return Algorithm.HMAC_SHA256;
        }
        var found = Algorithm.labelled(label).filter(Algorithm::registrable);
        if (found.isEmpty()) {
            add(
                    "algorithm",
                    "choice",
                    Arrays.stream(Algorithm.values())
                            .filter(Algorithm::registrable)
                            .map(Algorithm::label)
                            .collect(Collectors.joining(", ")));
        }
        return found.orElse(Algorithm.HMAC_SHA256);
    }

    /** How long two keys count beside each other. */
    public Duration overlap(Duration overlap) {
        if (overlap != null && (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0)) {
            add("overlap", "duration", Duration.ZERO, LONGEST_OVERLAP);
        }
        return overlap == null ? USUAL_OVERLAP : overlap;
    }

    /** The name of an order; null where it has none. */
    public String orderKey(String key) {
        if (key != null && !key.matches("[!-~]{1,128}")) {
            add("Idempotency-Key", "form");
        }
        return key;
    }

    /** A public key exactly where the algorithm needs one. */
    public Optional<String> publicKey(String text, Algorithm algorithm) {
        var needed = algorithm.kind() != Algorithm.Kind.SECRET;
        if (needed && (text == null || text.isBlank())) {
            add("publicKey", "required");
        } else if (!needed && text != null && !text.isBlank()) {
            add("publicKey", "public-key-unwanted");
        }
        return Optional.ofNullable(text).filter(given -> needed);
    }

    /** A whole number that may be absent. */
    void number(String field, Integer value, int from, int to) {
        if (value != null && (value < from || value > to)) {
            add(field, "number", from, to);
        }
    }

    private void add(String field, String reason, Object... arguments) {
        wrong.add(new FieldError(field, reason, arguments));
    }

    /** @throws LgspException {@code request-invalid} with all that was found */
    public void check() {
        if (!wrong.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, wrong);
        }
    }
}

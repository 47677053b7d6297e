package vn.lgsp.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a session remembers: who, since when. Rights are not remembered but read for each request, so that a withdrawn one ends at once.
 *
 * @param mustChangePassword no other page opens before the password was changed
 */
public record SignedIn(UUID accountId, Instant since, boolean mustChangePassword) implements Serializable {
    private static final String ATTRIBUTE = "lgsp.signed-in";

    /** After this time a session ends, however busy it is. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** Reads the request's session; empty without one and when it has lasted too long. */
    static Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        return signedIn.since.plus(LONGEST).isBefore(Instant.now()) ? Optional.empty() : Optional.of(signedIn);
    }

    /** Begins a session under a new id, so that an id planted before signing in is worth nothing. */
    public static void begin(HttpServletRequest request, UUID accountId, boolean mustChangePassword) {
        end(request);
        request.getSession(true).setAttribute(ATTRIBUTE, new SignedIn(accountId, Instant.now(), mustChangePassword));
    }

    /** Whether no other page opens before the password was changed. */
    public static boolean passwordFirst(HttpServletRequest request) {
        return of(request).map(SignedIn::mustChangePassword).orElse(false);
    }

    /** Ends the session, if there is one. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}

package vn.lgsp.authentication.control;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The ways of signing that the platform reads (Điều 4.4). */
final class Schemes {
    private Schemes() {}

    /** All of them; {@code window} is how far the time of signing may be from now, either way, where the scheme has no window of its own. */
    static List<Scheme> all(Supplier<Duration> window) {
        return List.of(
                new MessageSignatureScheme(window),
                new SigV4Scheme(),
                new OAuth1Scheme(window),
                new AccessTokenHeaderScheme());
    }
}

package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.crypto.KeyVault;

/** Puts the verification together from the settings. */
@ApplicationScoped
public class Setup {
    private static final int LONGEST_WINDOW = 300;

    /**
     * The verification of this node.
     *
     * @param publicUrl setting {@code lgsp.public.url}: the address that clients call, like {@code https://lgsp.example.vn}; without it only
     *     requests from this machine can be signed
     * @param additional setting {@code lgsp.public.url.additional}: more such addresses, separated by commas; followed while running
     * @param window setting {@code lgsp.signature.window.seconds}, 30 to 300: how far the time of signing may be from now, either way;
     *     followed while running
     */
    @Produces
    @Singleton
    public Verification verification(
            KeyDirectory keys,
            KeyVault vault,
            AuthenticationLog log,
            @ConfigProperty(name = "lgsp.public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "lgsp.public.url.additional", defaultValue = "") Supplier<String> additional,
            @ConfigProperty(name = "lgsp.signature.window.seconds", defaultValue = "300") Supplier<Integer> window) {
        if (window.get() < 30 || window.get() > LONGEST_WINDOW) {
            throw new IllegalArgumentException("lgsp.signature.window.seconds must be from 30 to 300.");
        }
        var own = new OwnUrls(new ConfiguredUrls(publicUrl.orElse(""), additional));
        System.getLogger("vn.lgsp.authentication").log(Level.INFO, "Requests may be signed for {0}", own.toString());
        return new Verification(
                Schemes.all(() -> Duration.ofSeconds(window.get())), own, keys, vault, Clock.systemUTC(), log);
    }
}

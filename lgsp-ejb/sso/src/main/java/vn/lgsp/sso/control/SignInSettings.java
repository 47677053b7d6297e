package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.account.Role;

/** The settings of sign-in and sessions; asked for each time, so that a change counts at once. */
@ApplicationScoped
public class SignInSettings {
    @Inject
    @ConfigProperty(name = "lgsp.sso.session.idle", defaultValue = "PT30M")
    private Supplier<Duration> idle;

    @Inject
    @ConfigProperty(name = "lgsp.sso.session.longest", defaultValue = "PT12H")
    private Supplier<Duration> longest;

    @Inject
    @ConfigProperty(name = "lgsp.sso.lock.failures", defaultValue = "5")
    private Supplier<Integer> lockFailures;

    @Inject
    @ConfigProperty(name = "lgsp.sso.lock.minutes", defaultValue = "15")
    private Supplier<Integer> lockMinutes;

    @Inject
    @ConfigProperty(name = "lgsp.sso.invitation.lifetime", defaultValue = "PT72H")
    private Supplier<Duration> linkLifetime;

    @Inject
    @ConfigProperty(name = "lgsp.sso.address.failures", defaultValue = "100")
    private Supplier<Integer> addressFailures;

    @Inject
    @ConfigProperty(name = "lgsp.sso.address.window", defaultValue = "PT15M")
    private Supplier<Duration> addressWindow;

    @Inject
    @ConfigProperty(name = "lgsp.sso.second-factor.issuer", defaultValue = "LGSP")
    private Supplier<String> issuer;

    @Inject
    @ConfigProperty(name = "lgsp.sso.second-factor.roles", defaultValue = "ADMIN")
    private Supplier<String> secondFactorRoles;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    /** After this time without a request a session is over. */
    public Duration idle() {
        return idle.get();
    }

    /** After this time a session is over, however busy it is. */
    public Duration longest() {
        return longest.get();
    }

    /** Failures in a row after which a name is locked. */
    public int lockFailures() {
        return lockFailures.get();
    }

    /** For how long it is locked then. */
    public Duration lock() {
        return Duration.ofMinutes(lockMinutes.get());
    }

    /** How long an invitation, or a link for a new password, may be used. */
    public Duration linkLifetime() {
        return linkLifetime.get();
    }

    /** Failed attempts from one address after which it has to wait. */
    public int addressFailures() {
        return addressFailures.get();
    }

    /** The time over which they are counted. */
    public Duration addressWindow() {
        return addressWindow.get();
    }

    /** What authenticator apps show beside the user name. */
    public String issuer() {
        return issuer.get();
    }

    /**
     * Whether people with one of these roles must have a second factor. Never in demonstration mode, where everybody knows the accounts and
     * their password.
     */
    public boolean secondFactorRequired(Set<Role> roles) {
        return !demo && named(secondFactorRoles.get(), roles);
    }

    /** Whether one of the roles stands in a list of names with commas between them. */
    static boolean named(String list, Set<Role> roles) {
        Set<String> names = Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
        return roles.stream().anyMatch(role -> names.contains(role.name()));
    }

    /** Whether this is a demonstration. */
    public boolean demo() {
        return demo;
    }
}

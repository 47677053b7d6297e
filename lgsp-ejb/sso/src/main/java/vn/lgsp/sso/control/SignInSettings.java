package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.lgsp.model.account.Role;

/** The settings of sign-in and sessions; read each time, so that a change counts at once. */
@ApplicationScoped
public class SignInSettings {

    /** After this time without a request a session is over: {@code lgsp.sso.session.idle}. */
    public Duration idle() {
        return value("lgsp.sso.session.idle", Duration.class, Duration.ofMinutes(30));
    }

    /** After this time a session is over, however busy it is: {@code lgsp.sso.session.longest}. */
    public Duration longest() {
        return value("lgsp.sso.session.longest", Duration.class, Duration.ofHours(12));
    }

    /** Failures in a row after which a name is locked: {@code lgsp.sso.lock.failures}. */
    public int lockFailures() {
        return value("lgsp.sso.lock.failures", Integer.class, 5);
    }

    /** For how long it is locked then: {@code lgsp.sso.lock.minutes}. */
    public Duration lock() {
        return Duration.ofMinutes(value("lgsp.sso.lock.minutes", Long.class, 15L));
    }

    /** How long an invitation, or a link for a new password, may be used: {@code lgsp.sso.invitation.lifetime}. */
    public Duration linkLifetime() {
        return value("lgsp.sso.invitation.lifetime", Duration.class, Duration.ofHours(72));
    }

    /** Failed attempts from one address after which it has to wait: {@code lgsp.sso.address.failures}. */
    public int addressFailures() {
        return value("lgsp.sso.address.failures", Integer.class, 100);
    }

    /** The time over which they are counted: {@code lgsp.sso.address.window}. */
    public Duration addressWindow() {
        return value("lgsp.sso.address.window", Duration.class, Duration.ofMinutes(15));
    }

    /** What authenticator apps show beside the user name: {@code lgsp.sso.second-factor.issuer}. */
    public String issuer() {
        return value("lgsp.sso.second-factor.issuer", String.class, "LGSP");
    }

    /**
     * Whether people with one of these roles must have a second factor: {@code lgsp.sso.second-factor.roles}, names of roles with commas
     * between them. Never in demonstration mode, where everybody knows the accounts.
     */
    public boolean secondFactorRequired(Set<Role> roles) {
        if (demo()) {
            return false;
        }
        Set<String> named = Arrays.stream(value("lgsp.sso.second-factor.roles", String.class, Role.ADMIN.name())
                        .split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        return roles.stream().anyMatch(role -> named.contains(role.name()));
    }

    /** Whether this is a demonstration: {@code lgsp.demo}. */
    public boolean demo() {
        return value("lgsp.demo", Boolean.class, false);
    }

    private static <T> T value(String name, Class<T> type, T otherwise) {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue(name, type).orElse(otherwise);
    }
}

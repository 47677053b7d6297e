package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends mail through the mail server of the settings, as they stand. */
@ApplicationScoped
public class Mail {
    @Inject
    @ConfigProperty(name = "lgsp.mail.host", defaultValue = "")
    private Supplier<String> host;

    @Inject
    @ConfigProperty(name = "lgsp.mail.port", defaultValue = "587")
    private Supplier<Integer> port;

    @Inject
    @ConfigProperty(name = "lgsp.mail.encryption", defaultValue = "starttls")
    private Supplier<String> encryption;

    @Inject
    @ConfigProperty(name = "lgsp.mail.from", defaultValue = "")
    private Supplier<String> from;

    @Inject
    @ConfigProperty(name = "lgsp.mail.user", defaultValue = "")
    private Supplier<String> user;

    /** A secret: from the environment only, shown nowhere. */
    @Inject
    @ConfigProperty(name = "lgsp.mail.password")
    private Optional<String> password;

    /** Whether mail can be sent: a server and a sender are set. */
    public boolean configured() {
        return server().configured();
    }

    /** The host of the mail server; empty when none is set. */
    public String host() {
        return server().host();
    }

    /**
     * Sends a mail of plain text; when this returns, the mail server has taken it.
     *
     * @throws MessagingException what the mail server said, or why it was not reached
     */
    public void send(String to, String subject, String body) throws MessagingException {
        server().send(to, subject, body);
    }

    private MailServer server() {
        return new MailServer(text(host), port.get(), text(encryption), text(from), text(user), password.orElse(""));
    }

    /** A setting without a value gives null. */
    private static String text(Supplier<String> setting) {
        String value = setting.get();
        return value == null ? "" : value;
    }
}

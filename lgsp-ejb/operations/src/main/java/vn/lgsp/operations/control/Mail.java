package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends mail through the mail server of the settings; each mail on a connection of its own, so that a changed setting counts at once. */
@ApplicationScoped
public class Mail {
    private static final String TIMEOUT_MILLIS = "10000";

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
        return !text(host).isEmpty() && !text(from).isEmpty();
    }

    /** The mail server; empty when none is set. */
    public String server() {
        return text(host);
    }

    /**
     * Sends a mail of plain text; when this returns, the mail server has taken it.
     *
     * @throws MessagingException what the mail server said, or why it was not reached
     */
    public void send(String to, String subject, String body) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(properties()));
        message.setFrom(new InternetAddress(text(from), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(body, StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        if (text(user).isEmpty()) {
            Transport.send(message);
        } else {
            Transport.send(message, text(user), password.orElse(""));
        }
    }

    private Properties properties() {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", text(host));
        smtp.put("mail.smtp.port", Integer.toString(port.get()));
        smtp.put("mail.smtp.auth", Boolean.toString(!text(user).isEmpty()));
        smtp.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        smtp.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        smtp.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        smtp.put("mail.smtp.ssl.checkserveridentity", "true");
        smtp.put("mail.smtp.starttls.required", Boolean.toString("starttls".equals(text(encryption))));
        smtp.put("mail.smtp.starttls.enable", Boolean.toString("starttls".equals(text(encryption))));
        smtp.put("mail.smtp.ssl.enable", Boolean.toString("tls".equals(text(encryption))));
        return smtp;
    }

    /** A setting without a value gives null. */
    private static String text(Supplier<String> setting) {
        String value = setting.get();
        return value == null ? "" : value;
    }
}

package vn.lgsp.operations.control;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/**
 * A mail server and how to speak with it.
 *
 * @param host empty when no mail is sent
 * @param encryption {@code starttls}, {@code tls} or {@code none}
 * @param from the sender; empty when no mail is sent
 * @param user empty when the server asks for nobody
 */
record MailServer(String host, int port, String encryption, String from, String user, String password) {
    private static final String TIMEOUT_MILLIS = "10000";

    /** Without the password: it must not get into a log. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    boolean configured() {
        return !host.isEmpty() && !from.isEmpty();
    }

    /**
     * Sends a mail of plain text on a connection of its own; when this returns, the server has taken it.
     *
     * @throws MessagingException what the server said, or why it was not reached within ten seconds
     */
    void send(String to, String subject, String body) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(properties()));
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(body, StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        if (user.isEmpty()) {
            Transport.send(message);
        } else {
            Transport.send(message, user, password);
        }
    }

    private Properties properties() {
        boolean upgrade = "starttls".equals(encryption);
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", host);
        smtp.put("mail.smtp.port", Integer.toString(port));
        smtp.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        smtp.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        smtp.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        smtp.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        smtp.put("mail.smtp.ssl.checkserveridentity", "true");
        // Required, so that nobody in between can have it left out.
        smtp.put("mail.smtp.starttls.enable", Boolean.toString(upgrade));
        smtp.put("mail.smtp.starttls.required", Boolean.toString(upgrade));
        smtp.put("mail.smtp.ssl.enable", Boolean.toString("tls".equals(encryption)));
        return smtp;
    }
}

package vn.lgsp.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailServerTest {
    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Test
    void a_mail_arrives_with_its_vietnamese_letters() throws Exception {
        server("none", "", "").send("quantri@haiduong.gov.vn", "Thư thử của nền tảng", "Kính gửi anh Đặng Văn Ước");

        MimeMessage arrived = MAIL.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Thư thử của nền tảng");
        assertThat(arrived.getContent().toString().strip()).isEqualTo("Kính gửi anh Đặng Văn Ước");
        assertThat(arrived.getFrom()[0]).hasToString("lgsp@haiduong.gov.vn");
        assertThat(arrived.getAllRecipients()).singleElement().hasToString("quantri@haiduong.gov.vn");
    }

    @Test
    void an_account_signs_in_and_a_wrong_password_does_not() throws Exception {
        MAIL.setUser("lgsp@haiduong.gov.vn", "lgsp", "đúng");
        server("none", "lgsp", "đúng").send("a@haiduong.gov.vn", "s", "b");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> server("none", "lgsp", "sai").send("a@haiduong.gov.vn", "s", "b"))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void a_server_without_encryption_gets_nothing_when_encryption_is_wanted() {
        assertThatThrownBy(() -> server("starttls", "", "").send("a@haiduong.gov.vn", "s", "b"))
                .isInstanceOf(MessagingException.class);
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void an_address_cannot_bring_another_header() {
        assertThatThrownBy(() -> server("none", "", "").send("a@x.vn\r\nBcc: b@x.vn", "s", "b"))
                .isInstanceOf(MessagingException.class);
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void without_host_or_sender_no_mail_is_sent_and_the_password_is_in_no_text() {
        assertThat(new MailServer("", 25, "none", "a@x.vn", "", "").configured())
                .isFalse();
        assertThat(new MailServer("thu", 25, "none", "", "", "").configured()).isFalse();
        assertThat(new MailServer("thu", 25, "none", "a@x.vn", "u", "bí mật")).hasToString("thu:25");
    }

    private static MailServer server(String encryption, String user, String password) {
        return new MailServer(
                "127.0.0.1", MAIL.getSmtp().getPort(), encryption, "lgsp@haiduong.gov.vn", user, password);
    }
}

package vn.lgsp.tests.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.routing.boundary.FileDigest;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.Sending;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("State, history and event are one transaction")
class TransactionsIT {
    private static final byte[] CONTENT = "Kính gửi".getBytes(UTF_8);

    @Inject
    private Demonstration demonstration;

    @Inject
    private Sending sending;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("a request that fails at the end leaves no packet, no history, no space")
    void requestTakenBack() {
        String title = "Thử " + UUID.randomUUID();
        assertThatThrownBy(() -> demonstration.requestAndFail(demonstration.source(), title))
                .hasRootCauseInstanceOf(Demonstration.PowerCut.class);
        assertThat(demonstration.count("select count(*) from packet where title = ?1", title))
                .isZero();

        PacketView granted = sending.request(demonstration.source(), Demonstration.request(title));
        assertThat(demonstration.count("select count(*) from packet where title = ?1", title))
                .isEqualTo(1);
        assertThat(demonstration.count("select count(*) from packet_history where packet_id = ?1", granted.id()))
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    @DisplayName("a completion that fails at the end leaves the packet uploading, without event; it can be repeated")
    void completionTakenBack() throws Exception {
        Caller source = demonstration.source();
        PacketView packet = sending.request(source, Demonstration.request("Thử " + UUID.randomUUID()));
        Digest digest = Digest.of(MessageDigest.getInstance("SHA-256").digest(CONTENT));
        sending.upload(source, packet.space().id(), "a.txt", "text/plain", digest, new ByteArrayInputStream(CONTENT));
        List<FileDigest> digests = List.of(new FileDigest("a.txt", digest));

        assertThatThrownBy(() -> demonstration.completeAndFail(source, packet.id(), digests))
                .hasRootCauseInstanceOf(Demonstration.PowerCut.class);
        assertThat(demonstration.text("select state from packet where id = ?1", packet.id()))
                .isEqualTo("UPLOADING");
        assertThat(demonstration.text("select state from content where packet_id = ?1", packet.id()))
                .isEqualTo("EMPTY");
        assertThat(demonstration.count("select count(*) from event where packet_id = ?1", packet.id()))
                .isZero();
        assertThat(demonstration.count(
                        "select count(*) from packet_history where to_state = 'PLANNED' and packet_id = ?1",
                        packet.id()))
                .isZero();

        sending.complete(source, packet.id(), digests);
        assertThat(demonstration.text("select state from packet where id = ?1", packet.id()))
                .isEqualTo("PLANNED");
        assertThat(demonstration.count("select count(*) from event where packet_id = ?1", packet.id()))
                .isEqualTo(1);
    }
}

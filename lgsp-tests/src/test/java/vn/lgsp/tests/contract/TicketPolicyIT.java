package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Offer;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("What a service asks of tickets is said by those who look after it (Điều 10)")
class TicketPolicyIT {
    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Offer offer = Offer.of(platform, Application.destination(platform), null, "lookup")
            .permit(source, "lookup");
    private final Person operator = Person.named(platform, "vanhanh");
    private final String path = "/api/v1/services/" + offer.service() + "/ticket-policy";

    private Map<String, Object> policy(Object proof, Object signature, Object seconds, Object uses) {
        return Map.of(
                "requestProof", proof, "answerSignature", signature, "lifetimeSeconds", seconds, "useLimit", uses);
    }

    @Test
    @DisplayName(
            "without a word it asks for the most; a change names the version it is based on and counts for the next ticket")
    void changed() {
        Answer first = operator.get(path).expect(200);
        assertThat(first.get("requestProof").asBoolean()).isTrue();
        assertThat(first.get("answerSignature").asText()).isEqualTo("platform");

        Map<String, Object> wanted = policy(false, "secret", 60, 5);
        operator.send("PUT", path, wanted, null).refused(428, "version-missing");
        Answer changed =
                operator.send("PUT", path, wanted, first.header("ETag")).expect(200);
        assertThat(changed.get("useLimit").asInt()).isEqualTo(5);
        Answer again = operator.send("PUT", path, policy(true, "platform", 90, 7), changed.header("ETag"))
                .expect(200);
        operator.send("PUT", path, wanted, changed.header("ETag")).refused(412, "version-outdated");
        assertThat(again.get("requestProof").asBoolean()).isTrue();
        Answer ticket =
                source.call("POST", "/oauth2/token").form(offer.asking()).send().expect(200);
        assertThat(ticket.get("expires_in").asInt()).isEqualTo(90);
        assertThat(ticket.get("access").get("use_limit").asInt()).isEqualTo(7);
    }

    @Test
    @DisplayName("what makes no sense is refused, and so is whoever does not look after the service")
    void refused() {
        String version = operator.get(path).header("ETag");
        operator.send("PUT", path, policy(true, "platform", 10, 5), version).refused(422, "request-invalid");
        operator.send("PUT", path, policy(true, "platform", 60, 0), version).refused(422, "request-invalid");
        operator.send("PUT", path, policy(true, "none", 60, 5), version).refused(422, "request-invalid");
        operator.send("PUT", path, Map.of("answerSignature", "platform"), version)
                .refused(422, "request-invalid");
        Person.named(platform, "kiemtoan")
                .send("PUT", path, policy(true, "platform", 60, 5), version)
                .refused(403, "forbidden");
        Person.named(platform, "donvi-snv")
                .send("PUT", path, policy(true, "platform", 60, 5), version)
                .refused(404, "not-found");
        Person.named(platform, "quantri").get(path).refused(403, "forbidden");
    }
}

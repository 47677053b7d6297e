package vn.lgsp.tests.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.LgspClient;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Credentials;
import vn.lgsp.tests.http.Offer;
import vn.lgsp.tests.http.SmallService;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("The six steps of Điều 10 with curl and openssl, copied from the guide and run")
class AccessExampleIT {
    private static final String PAGE = "access-protocol.md";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application sourceApplication = Application.source(platform);
    private final Application destinationApplication = Application.destination(platform);
    private final Credentials source = sourceApplication.credentials();
    private final Credentials destination = destinationApplication.credentials();

    private static String example(String name) {
        return GuideExample.of(PAGE, name).code();
    }

    private ForeignClient script(String code, String resource, String uri, String ticket) {
        Path file = GuideExample.write("vi-du.sh", "set -uo pipefail\n" + code);
        return ForeignClient.command(file.getParent(), "bash", "vi-du.sh")
                .signing(platform.base(), source.accessKey(), source.secret())
                .environment("RESOURCE", resource)
                .environment("URI", uri)
                .environment("TICKET", ticket)
                .environment("DESTINATION_KEY", destination.accessKey())
                .environment("DESTINATION_SECRET", destination.secret());
    }

    private String ticket(Offer offer) {
        String out = script(example("ticket"), offer.resource(), "", "")
                .run()
                .expectSuccess()
                .out();
        return new Answer(200, null, out.getBytes(UTF_8)).get("access_token").asText();
    }

    @Test
    @DisplayName("a ticket, and a call that is served once per signature")
    void served() {
        try (LgspClient client = LgspClient.builder(platform.base(), destination.accessKey(), destination.secret())
                        .build();
                SmallService service = new SmallService(client.gate(), "lookup")) {
            Offer offer = Offer.of(platform, destinationApplication, service.address() + "/api", "lookup")
                    .permit(sourceApplication, "lookup");
            String uri = offer.resource() + "/ho-so?so=12.345";
            String ticket = ticket(offer);

            String out = script(example("call") + "\n" + lastCommand(example("call")), offer.resource(), uri, ticket)
                    .run()
                    .out();

            assertThat(out).contains(" true 0");
            assertThat(service.served()).as("the copy is not served").isEqualTo(1);
        }
    }

    private static String lastCommand(String code) {
        return code.substring(code.lastIndexOf("\ncurl "));
    }

    @Test
    @DisplayName("the destination's question is answered with what the platform vouches for")
    void judged() {
        Offer offer = Offer.of(platform, destinationApplication, "http://127.0.0.1:9/" + UUID.randomUUID(), "lookup")
                .permit(sourceApplication, "lookup");
        String ticket = ticket(offer);
        String functions = example("ticket").substring(0, example("ticket").indexOf("\ncurl "));
        String asking = functions
                + "\n"
                + example("call").replace("curl -sS", ": curl -sS")
                + "\nLGSP_ACCESS_KEY=$DESTINATION_KEY LGSP_SECRET=$DESTINATION_SECRET\n"
                + example("question");

        String jwt = script(asking, offer.resource(), offer.resource() + "/ho-so", ticket)
                .run()
                .expectSuccess()
                .out();

        String claims = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), UTF_8);
        Answer answer = new Answer(200, null, claims.getBytes(UTF_8));
        assertThat(answer.get("token_introspection").get("active").asBoolean()).isTrue();
        assertThat(answer.get("token_introspection").get("request_verified").asBoolean())
                .isTrue();
        assertThat(answer.get("aud").asText()).isEqualTo(destination.accessKey());
    }

    @Test
    @DisplayName("there is no example on the page that is not run here")
    void complete() {
        assertThat(GuideExample.of(PAGE))
                .extracting(GuideExample::name)
                .containsExactlyInAnyOrder("ticket", "call", "question");
    }
}

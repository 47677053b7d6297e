package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.RefusedException;
import vn.lgsp.client.model.AccessTicket;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Offer;
import vn.lgsp.tests.http.SmallService;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

/** Longer than other tests: every case in which nothing may be given stands beside the one in which it is. */
@DisplayName("All six steps of Điều 10, with the Java client on both sides and a service in between")
class AccessProtocolIT {
    private static final byte[] QUESTION = "{\"soBienNhan\":\"12.345\"}".getBytes(UTF_8);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application sourceApplication = Application.source(platform);
    private final Application destinationApplication = Application.destination(platform);
    private final Application bystanderApplication = Application.bystander(platform);
    private final LgspClient source = client(sourceApplication);
    private final LgspClient destination = client(destinationApplication);
    private final LgspClient bystander = client(bystanderApplication);
    private final SmallService service = new SmallService(destination.gate(), "lookup");
    private final Offer offer = Offer.of(
                    platform, destinationApplication, service.address() + "/tra-cuu", "lookup", "submit")
            .permit(sourceApplication, "lookup");
    private final URI target = URI.create(service.address() + "/tra-cuu/ho-so?q=1%2F2");

    private static LgspClient client(Application application) {
        return LgspClient.builder(
                        application.base(),
                        application.credentials().accessKey(),
                        application.credentials().secret())
                .attempts(1)
                .build();
    }

    @AfterEach
    void close() {
        service.close();
        source.close();
        destination.close();
        bystander.close();
    }

    private static HttpResponse<String> send(String method, URI uri, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private AccessTicket ticket() {
        return source.tickets().ask(offer.resource(), "lookup");
    }

    private Map<String, String> signed(AccessTicket ticket) {
        return source.tickets().sign(ticket, "POST", target, "application/json", QUESTION);
    }

    private int call(AccessTicket ticket) {
        return send("POST", target, signed(ticket), QUESTION).statusCode();
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    @DisplayName("the source is served, with a body and without, as often as it signs")
    void sixSteps() {
        AccessTicket ticket = ticket();
        assertThat(ticket.operations()).containsExactly("lookup");
        assertThat(ticket.fresh()).isTrue();

        HttpResponse<String> posted = send("POST", target, signed(ticket), QUESTION);
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body()).endsWith(" true " + QUESTION.length);
        HttpResponse<String> got = send("GET", target, source.tickets().sign(ticket, "GET", target, null, null), null);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(service.served()).isEqualTo(2);
        Awaitility.await("in the authentication log")
                .until(() -> platform.database()
                                .count(
                                        """
                                        select count(*) from authentication_event e join service s on s.id = ?
                                        where e.path = '/oauth2/token' and e.target_id = s.application_id and e.reason is null
                                        """,
                                        offer.service())
                        > 0);
    }

    @Test
    @DisplayName("a copy of a request is not served again")
    void replayed() {
        Map<String, String> headers = signed(ticket());

        assertThat(send("POST", target, headers, QUESTION).statusCode()).isEqualTo(200);
        assertRefused(send("POST", target, headers, QUESTION));
        assertThat(service.served()).isEqualTo(1);
    }

    @Test
    @DisplayName("what was changed on the way is not served: body, digest, method, address")
    void changed() {
        AccessTicket ticket = ticket();
        byte[] other = "{\"soBienNhan\":\"99.999\"}".getBytes(UTF_8);
        assertRefused(send("POST", target, signed(ticket), other));
        Map<String, String> redigested = new LinkedHashMap<>(signed(ticket));
        redigested.put("Content-Digest", ContentDigest.of(other));
        assertRefused(send("POST", target, redigested, other));
        Map<String, String> undigested = new LinkedHashMap<>(signed(ticket));
        undigested.remove("Content-Digest");
        assertRefused(send("POST", target, undigested, other));
        assertRefused(send("PUT", target, signed(ticket), QUESTION));
        assertRefused(send("POST", URI.create(target + "&all=1"), signed(ticket), QUESTION));
        Map<String, String> retyped = new LinkedHashMap<>(signed(ticket));
        retyped.put("Content-Type", "application/xml");
        assertRefused(send("POST", target, retyped, QUESTION));
        assertThat(service.served()).isZero();
    }

    @Test
    @DisplayName(
            "a ticket without a signature, with somebody else's, or with the signature for another ticket opens nothing")
    void stolen() {
        AccessTicket ticket = ticket();
        AccessTicket second = ticket();

        assertRefused(send("POST", target, Map.of("Authorization", "Bearer " + ticket.text()), QUESTION));
        assertRefused(send(
                "POST",
                target,
                bystander.tickets().sign(ticket, "POST", target, "application/json", QUESTION),
                QUESTION));
        Map<String, String> swapped = new LinkedHashMap<>(signed(ticket));
        swapped.put("Authorization", "Bearer " + second.text());
        assertRefused(send("POST", target, swapped, QUESTION));
        assertRefused(send("POST", target, Map.of(), QUESTION));
        assertRefused(send("POST", target, Map.of("Authorization", "Bearer lgsp_tk_x"), QUESTION));
        assertThat(service.served()).isZero();
    }

    @Test
    @DisplayName("a ticket for one service opens nothing at another, be it of another application or of the same")
    void elsewhere() {
        AccessTicket ticket = ticket();
        try (SmallService other = new SmallService(bystander.gate(), "lookup")) {
            URI there = URI.create(other.address() + "/tra-cuu/ho-so");
            assertRefused(send(
                    "POST",
                    there,
                    source.tickets().sign(ticket, "POST", there, "application/json", QUESTION),
                    QUESTION));
            assertThat(other.served()).isZero();
        }
        URI beside = URI.create(service.address() + "/tra-cuu-khac/ho-so");
        assertRefused(send(
                "POST", beside, source.tickets().sign(ticket, "POST", beside, "application/json", QUESTION), QUESTION));
        URI above = URI.create(service.address() + "/tra-cuu/%2e%2e/khac");
        assertRefused(send(
                "POST", above, source.tickets().sign(ticket, "POST", above, "application/json", QUESTION), QUESTION));
        assertThat(service.served()).isZero();
    }

    @Test
    @DisplayName("an operation that the right does not cover is answered with 403")
    void otherOperation() {
        try (SmallService submitting = new SmallService(destination.gate(), "submit")) {
            Offer wide = Offer.of(
                            platform,
                            destinationApplication,
                            submitting.address().toString(),
                            "lookup",
                            "submit")
                    .permit(sourceApplication, "lookup");
            AccessTicket ticket = source.tickets().ask(wide.resource());
            URI there = URI.create(submitting.address() + "/nop");
            HttpResponse<String> answer = send(
                    "POST",
                    there,
                    source.tickets().sign(ticket, "POST", there, "application/json", QUESTION),
                    QUESTION);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"insufficient_scope\"");
            assertThat(submitting.served()).isZero();
        }
    }

    @Test
    @DisplayName("a ticket ends when it is revoked, when its time is over, and when it is used up")
    void ends() {
        AccessTicket revoked = ticket();
        bystander.tickets().revoke(revoked);
        assertThat(call(revoked)).isEqualTo(200);
        source.tickets().revoke(revoked);
        assertThat(call(revoked)).isEqualTo(401);

        AccessTicket late = ticket();
        platform.database()
                .update(
                        "update access_ticket set issued_at = now() - interval '10 minutes', expires_at = now() where id = ?",
                        late.id());
        assertThat(call(late)).isEqualTo(401);

        offer.policy(true, "PLATFORM", 2);
        AccessTicket twice = ticket();
        assertThat(call(twice)).isEqualTo(200);
        assertThat(call(twice)).isEqualTo(200);
        assertThat(call(twice)).isEqualTo(401);
    }

    @Test
    @DisplayName("withdrawing the right, closing the service ends tickets at once")
    void rightEnds() {
        AccessTicket ticket = ticket();
        assertThat(call(ticket)).isEqualTo(200);
        offer.withdraw();
        assertThat(call(ticket)).isEqualTo(401);
        offer.permit(sourceApplication, "lookup");
        assertThat(call(ticket)).isEqualTo(200);
        offer.close();
        assertThat(call(ticket)).isEqualTo(401);
    }

    @Test
    @DisplayName("suspending the source or its agency, revoking its key ends tickets within five seconds")
    void sourceEnds() {
        String key = sourceApplication.credentials().accessKey();
        assertEndsWithin(
                "update application set state = 'SUSPENDED' where id = (select application_id from access_key where access_key = ?)",
                "update application set state = 'ACTIVE' where id = (select application_id from access_key where access_key = ?)",
                key);
        assertEndsWithin(
                """
                update agency set state = 'LOCKED' where id =
                    (select a.agency_id from application a join access_key k on k.application_id = a.id where k.access_key = ?)
                """,
                """
                update agency set state = 'ACTIVE' where id =
                    (select a.agency_id from application a join access_key k on k.application_id = a.id where k.access_key = ?)
                """,
                key);
        assertEndsWithin(
                "update access_key set revoked_at = now() where access_key = ?",
                "update access_key set revoked_at = null where access_key = ?",
                key);
    }

    private void assertEndsWithin(String end, String begin, String key) {
        AccessTicket ticket = ticket();
        assertThat(call(ticket)).isEqualTo(200);
        try {
            assertThat(platform.database().update(end, key)).isEqualTo(1);
            Awaitility.await("the ticket ends").atMost(Duration.ofSeconds(5)).until(() -> call(ticket) == 401);
            Awaitility.await("no further ticket is issued")
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThatThrownBy(this::ticket).isInstanceOf(RefusedException.class));
        } finally {
            platform.database().update(begin, key);
            Awaitility.await("the source is back").ignoreExceptions().until(() -> call(ticket()) == 200);
        }
    }

    @Test
    @DisplayName(
            "a service that is content with the ticket serves without a signature, and its answers are bound to the ticket")
    void bearerOnly() {
        offer.policy(false, "PLATFORM", null);
        AccessTicket ticket = ticket();
        HttpResponse<String> answer =
                send("POST", target, Map.of("Authorization", "Bearer " + ticket.text()), QUESTION);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith(" false " + QUESTION.length);
        assertThat(call(ticket)).isEqualTo(200);
        assertRefused(send(
                "POST",
                target,
                bystander.tickets().sign(ticket, "POST", target, "application/json", QUESTION),
                QUESTION));
    }

    @Test
    @DisplayName("a service that wants answers under its own secret gets them, and the client verifies those too")
    void answersBySecret() {
        offer.policy(true, "SECRET", null);
        assertThat(call(ticket())).isEqualTo(200);
    }
}

package vn.lgsp.client;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.client.model.AccessTicket;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.signing.SignableRequest;
import vn.lgsp.client.transport.Call;
import vn.lgsp.client.transport.Transport;

/**
 * The source's side of calling a service of another application (giao thức truy xuất, Điều 10): asks for a ticket (step 1, answered by step 2),
 * and signs requests with it (step 3). Safe for threads.
 *
 * <pre>{@code
 * AccessTicket ticket = client.tickets().ask("https://tracuu.example.vn/api", "lookup");
 * Map<String, String> headers = client.tickets().sign(ticket, "POST", uri, "application/json", body);
 * }</pre>
 */
public final class AccessTickets {

    private final Transport transport;
    private final RequestSigner signer;

    AccessTickets(Transport transport, RequestSigner signer) {
        this.transport = transport;
        this.signer = signer;
    }

    /**
     * Step 1 (Điều 10.1): asks for a ticket; always signed, also while the token of a session is shown with other calls.
     *
     * @param resource the service: its registered address, or {@code urn:lgsp:service:} and its code
     * @param operations what is to be called; none for all that is allowed
     * @throws RefusedException {@code target-unknown}, {@code operation-unknown}, {@code no-call-right} and what every signed call may meet
     */
    public AccessTicket ask(String resource, String... operations) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("resource", resource);
        if (operations.length > 0) {
            form.put("scope", String.join(" ", operations));
        }
        JsonObject grant = transport.json(Call.post("/oauth2/token").form(form).alwaysSigned());
        try {
            JsonObject access = grant.getJsonObject("access");
            return new AccessTicket(
                    UUID.fromString(access.getString("id")),
                    grant.getString("access_token"),
                    grant.getString("resource"),
                    List.of(grant.getString("scope").split(" ")),
                    Instant.ofEpochSecond(access.getJsonNumber("expires_at").longValueExact()));
        } catch (RuntimeException unexpected) {
            throw transport.unexpected("access_token", null, unexpected);
        }
    }

    /**
     * Step 3 (Điều 10.3): the headers of a request to the destination. They are good for one request, within five minutes.
     *
     * @param method in upper case
     * @param target the absolute URI exactly as it will be sent
     * @param contentType null when there is no body
     * @param body null or empty when there is none
     * @return {@code Authorization}, {@code Signature-Input}, {@code Signature}, and with a body {@code Content-Type} and {@code Content-Digest}
     */
    public Map<String, String> sign(AccessTicket ticket, String method, URI target, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + ticket.text());
        if (body != null && body.length > 0) {
            headers.put("Content-Type", contentType);
            headers.put("Content-Digest", ContentDigest.of(body));
        }
        headers.putAll(signer.sign(new SignableRequest(method, target, headers)).headers());
        return headers;
    }

    /** Ends a ticket that is not needed any more. */
    public void revoke(AccessTicket ticket) {
        transport.run(
                Call.post("/oauth2/revoke").form(Map.of("token", ticket.text())).alwaysSigned());
    }
}

package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import vn.lgsp.sso.boundary.RepeatedRequests;
import vn.lgsp.sso.boundary.RepeatedRequests.Answer;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.json.JsonText;
import vn.lgsp.web.json.JsonWriter;

/** The header Idempotency-Key of requests that create something (draft-ietf-httpapi-idempotency-key-header). */
@RequestScoped
public class Idempotency {
    @Inject
    private RequestContext context;

    @EJB
    private RepeatedRequests requests;

    /**
     * Creates what a person asks for, or answers as it did when the same request came with the same key before.
     *
     * @param header as it was sent; null without one
     */
    Response once(String header, Supplier<Response> act) {
        if (header == null) {
            return act.get();
        }
        Answer answer =
                requests.once(context.staff(), unquoted(header), context.requestHash(), () -> answer(act.get()));
        Response.ResponseBuilder again = Response.status(answer.status()).entity(new JsonText(answer.body()));
        if (answer.location() != null) {
            again.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            again.header(HttpHeaders.ETAG, answer.etag());
        }
        return again.build();
    }

    private static Answer answer(Response made) {
        return new Answer(
                made.getStatus(),
                made.getHeaderString(HttpHeaders.LOCATION),
                made.getHeaderString(HttpHeaders.ETAG),
                JsonWriter.text((Record) made.getEntity()));
    }

    /** The draft has a quoted string; bare keys are common and taken too. */
    static String unquoted(String key) {
        boolean quoted = key != null && key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}

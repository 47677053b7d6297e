package vn.lgsp.web.resource;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.filter.Public;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.Outputs;

/** The platform itself: its clock (Điều 5.4) and its errors. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource {
    @Inject
    private RequestContext context;

    /** Schema ServerTime. */
    public record ServerTime(Instant time) {}

    /** Schema ErrorEntry. */
    public record ErrorEntry(String code, int status, boolean retry, String title, String cause, String fix) {
        static ErrorEntry of(ErrorCode code, Locale locale) {
            return new ErrorEntry(
                    code.code(),
                    code.status(),
                    code.retry(),
                    ErrorTexts.title(code, locale),
                    ErrorTexts.cause(code, locale),
                    ErrorTexts.fix(code, locale));
        }
    }

    @GET
    @Public
    @Path("time")
    public ServerTime time() {
        return new ServerTime(Instant.now());
    }

    @GET
    @Public
    @Path("errors")
    public Outputs.Page<ErrorEntry> errors() {
        return new Outputs.Page<>(Arrays.stream(ErrorCode.values())
                .map(code -> ErrorEntry.of(code, context.locale()))
                .toList());
    }

    @GET
    @Public
    @Path("errors/{code}")
    public ErrorEntry error(@PathParam("code") String code) {
        return ErrorCode.byCode(code)
                .map(entry -> ErrorEntry.of(entry, context.locale()))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }
}

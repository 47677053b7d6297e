package vn.lgsp.web.resource;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import vn.lgsp.web.view.Outputs;

/** Pages of lists that go on after the last row of the page before. */
final class Pages {
    /** The largest page. */
    static final int MOST = 200;

    private Pages() {}

    /**
     * A page out of the rows found.
     *
     * @param found one row more than the page has when there are more
     * @param id what tells a row, for the address of the next page
     * @param output the row as clients get it
     */
    static <R, O> Response of(UriInfo uri, List<R> found, int limit, Function<R, ?> id, Function<R, O> output) {
        List<R> page = found.subList(0, Math.min(limit, found.size()));
        Response.ResponseBuilder answer =
                Response.ok(new Outputs.Page<>(page.stream().map(output).toList()));
        if (found.size() > limit) {
            var next = uri.getRequestUriBuilder()
                    .scheme(null)
                    .host(null)
                    .port(-1)
                    .replaceQueryParam("after", id.apply(page.get(limit - 1)));
            answer.header("Link", Link.fromUri(next.build()).rel("next").build());
        }
        return answer.build();
    }
}

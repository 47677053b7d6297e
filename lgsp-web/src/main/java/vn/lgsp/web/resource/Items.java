package vn.lgsp.web.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.RequestRefused;
import vn.lgsp.routing.boundary.Outcome;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.problem.Problem;

/** The items of a request for many: each is read by itself, and what is wrong with one is its own problem. */
@RequestScoped
public class Items {
    @Inject
    private RequestContext context;

    @Inject
    private Event<RequestRefused> refused;

    @Inject
    private HttpServletRequest request;

    /** An item, or a refusal where there is none. */
    static <T> T present(T item) {
        if (item == null) {
            throw new LgspException(ErrorCode.REQUEST_MALFORMED, "null");
        }
        return item;
    }

    /**
     * Reads the items and acts on those that can be read.
     *
     * @param read reads the item of this index, or refuses it
     * @param act answers for the items that it is given, in their order
     * @return what became of every item, in their order
     */
    <I, T> List<Outcome<T>> each(int count, IntFunction<I> read, Function<List<I>, List<Outcome<T>>> act) {
        List<Outcome<T>> outcomes = new ArrayList<>(count);
        List<I> readable = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            try {
                readable.add(read.apply(i));
                outcomes.add(null);
            } catch (LgspException unreadable) {
                outcomes.add(Outcome.refused(unreadable));
            }
        }
        // Also for none: whoever may not do it at all is told so.
        var done = act.apply(readable).iterator();
        outcomes.replaceAll(outcome -> outcome == null ? done.next() : outcome);
        return outcomes;
    }

    /** The refusal of an item in words; it counts as that of a request does. */
    Problem problem(LgspException refusal) {
        refused.fire(
                new RequestRefused(refusal.code(), context.caller(), request.getMethod(), request.getRequestURI()));
        return Problem.of(refusal, context.id(), context.locale());
    }
}

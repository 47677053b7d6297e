package vn.lgsp.portal.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** Finds the list of a page by the page's address, for whatever is done with a list besides showing it. */
@RequestScoped
public class Lists {
    @Inject
    @Any
    private Instance<ListPage<?>> all;

    /** The list at an address; empty when the page there is no list. */
    public Optional<ListPage<?>> at(String path) {
        for (ListPage<?> list : all) {
            if (path.equals(pathOf(list))) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** Null for a list whose very filters this person may not see: it is of another page. */
    private static String pathOf(ListPage<?> list) {
        try {
            return list.getShape().path();
        } catch (LgspException e) {
            if (e.code() == ErrorCode.FORBIDDEN || e.code() == ErrorCode.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }
}

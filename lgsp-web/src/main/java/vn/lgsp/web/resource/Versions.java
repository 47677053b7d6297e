package vn.lgsp.web.resource;

import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.view.Inputs;

/** Entity tags of things that people edit: the version of the row (RFC 9110, section 8.8.3). */
final class Versions {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Versions() {}

    /** An answer that names its version. */
    static Response tagged(Object entity, int version) {
        return Response.ok(entity).header("ETag", tag(version)).build();
    }

    /** An answer that something was made: where it is, and its version. */
    static Response created(String path, Object entity, int version) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/" + path)
                .header("ETag", tag(version))
                .entity(entity)
                .build();
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an edit was made on.
     *
     * @throws LgspException VERSION_MISSING without the header
     */
    static int required(String ifMatch) {
        Integer version = optional(ifMatch);
        if (version == null) {
            throw new LgspException(ErrorCode.VERSION_MISSING);
        }
        return version;
    }

    /** The version that an act was decided on; null when the header is not there. */
    static Integer optional(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Inputs.invalid("If-Match", "form");
        }
        return Integer.valueOf(tag.group(1));
    }

    /** Does an edit; what the portal calls a conflict of edits is an outdated version here. */
    static <T> T edit(Supplier<T> act) {
        try {
            return act.get();
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.EDIT_CONFLICT) {
                throw new LgspException(ErrorCode.VERSION_OUTDATED);
            }
            throw refusal;
        }
    }
}

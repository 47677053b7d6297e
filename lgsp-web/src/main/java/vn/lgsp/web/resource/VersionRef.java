package vn.lgsp.web.resource;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import vn.lgsp.model.error.LgspException;

/** Which version of which thing a request is about, and on which edit of it the request was decided. */
public class VersionRef {
    @PathParam("code")
    private String code;

    @PathParam("number")
    private VersionNumber number;

    @HeaderParam("If-Match")
    private String ifMatch;

    /** What it is a version of. */
    String code() {
        return code;
    }

    int number() {
        return number.value();
    }

    /**
     * The edit that a change was made on.
     *
     * @throws LgspException VERSION_MISSING without the header
     */
    int seen() {
        return Versions.required(ifMatch);
    }

    /** The edit that an act was decided on; null when the header is not there. */
    Integer seenIfTold() {
        return Versions.optional(ifMatch);
    }
}

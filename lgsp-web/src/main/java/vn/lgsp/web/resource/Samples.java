package vn.lgsp.web.resource;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.view.Inputs;

/** Documents and samples of things in versions: how they are handed out, and as what they are tried. */
final class Samples {
    private static final int LONGEST_NAME = 255;

    private Samples() {}

    /** A stored document; never shown as a page: whoever asks gets a file. */
    static Response file(byte[] content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment")
                .build();
    }

    /**
     * The file name that content is tried under, 1–255 characters.
     *
     * @throws LgspException REQUEST_INVALID
     */
    static String name(String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw Inputs.invalid("name", "length", 1, LONGEST_NAME);
        }
        return name;
    }
}

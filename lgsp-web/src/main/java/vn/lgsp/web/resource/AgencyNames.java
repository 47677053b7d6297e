package vn.lgsp.web.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.web.view.Inputs;

/** Agencies as requests name them: by their code in either form. */
@RequestScoped
public class AgencyNames {
    private static final int LONGEST = 100;

    // Not by @EJB: this may be made inside a transaction of another module, whose names are others.
    @Inject
    private Directory directory;

    /** The agency that an address names; NOT_FOUND. */
    UUID found(String code) {
        return directory
                .byCode(code)
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND))
                .id();
    }

    /** The agency of a code that must be there. */
    UUID required(String field, String code) {
        UUID found = optional(field, code);
        if (found == null) {
            throw Inputs.invalid(field, "required");
        }
        return found;
    }

    /** The agency of a code; null for null. */
    UUID optional(String field, String code) {
        return code == null
                ? null
                : directory
                        .byCode(code)
                        .orElseThrow(() -> Inputs.invalid(field, "agency"))
                        .id();
    }

    /** A text to search for; null for null. */
    static String text(String field, String text) {
        if (text != null && text.length() > LONGEST) {
            throw Inputs.invalid(field, "length", 1, LONGEST);
        }
        return text;
    }
}

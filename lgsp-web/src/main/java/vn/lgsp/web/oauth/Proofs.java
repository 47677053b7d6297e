package vn.lgsp.web.oauth;

import java.util.Map;
import vn.lgsp.authentication.boundary.RequestProof;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.filter.PostedForm;
import vn.lgsp.web.json.JsonTexts;

/** The parameters in which a destination hands on the request that it received (Điều 10.4). */
final class Proofs {
    private Proofs() {}

    /** The request; null when none of it was handed on. */
    static RequestProof of(PostedForm form) {
        boolean any = form.get("signature_input").isPresent()
                || form.get("signature").isPresent()
                || form.get("htu").isPresent()
                || form.get("htm").isPresent();
        return any
                ? new RequestProof(
                        form.require("htm"),
                        form.require("htu"),
                        form.require("signature_input"),
                        form.require("signature"),
                        form.get("content_digest").orElse(null),
                        covered(form.get("covered").orElse("{}")))
                : null;
    }

    private static Map<String, String> covered(String json) {
        return JsonTexts.of(json).orElseThrow(() -> new LgspException(ErrorCode.REQUEST_MALFORMED, "covered"));
    }
}

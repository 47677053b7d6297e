package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;

/** What the address tells a page to say about what was done before: {@code ?loi=<code of the error catalogue>}. */
@Named
@RequestScoped
public class Told {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Visit visit;

    /** Whether something was refused. */
    public boolean isRefused() {
        return code().isPresent();
    }

    public String getTitle() {
        return code().map(code -> ErrorTexts.title(code, visit.getLocale())).orElse("");
    }

    public String getFix() {
        return code().map(code ->
                        ErrorTexts.cause(code, visit.getLocale()) + " " + ErrorTexts.fix(code, visit.getLocale()))
                .orElse("");
    }

    private Optional<ErrorCode> code() {
        String code = request.getParameter("loi");
        return code == null ? Optional.empty() : ErrorCode.byCode(code);
    }
}

package vn.lgsp.portal.lists;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AgencyImports;
import vn.lgsp.registry.boundary.ImportView;

/** The lists of agencies from outside, and sending another one. */
@Named
@RequestScoped
public class ImportListPage {
    private static final int LONGEST = 200;

    @Inject
    private AgencyImports imports;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private List<ImportView> all;

    public List<ImportView> getLists() {
        if (all == null) {
            all = imports.list(me.staff());
        }
        return all;
    }

    public String state(ImportView list) {
        return texts.of("import-state", list.state());
    }

    public String tone(ImportView list) {
        return ImportPage.tone(list.state());
    }

    /** Why a file was not taken; null when it was. */
    public String getProblem() {
        String value = request.getParameter("vi");
        return ErrorCode.byCode(request.getParameter("loi"))
                .map(code -> explanation.of(new LgspException(
                        code, value == null ? "" : value.substring(0, Math.min(LONGEST, value.length())))))
                .orElse(null);
    }
}

package vn.lgsp.portal.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.AccessRights;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Verdict;

/** Why an application may or may not send something to an agency (portal.md 4.5, «Vì sao bị từ chối?»). */
@Named
@RequestScoped
public class ExplainPage {
    @Inject
    private AccessRights rights;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private Verdict verdict;
    private String problem;

    /** A right that nearly allows it, with what it lacks in words. */
    public record Miss(RightLine line, List<String> reasons) {}

    @PostConstruct
    void weigh() {
        if (getSource().isEmpty() && getDestination().isEmpty()) {
            return;
        }
        UUID source = directory.applications(getSource().isEmpty() ? "-" : getSource(), 2).stream()
                .filter(found -> found.code().equals(getSource()))
                .map(ApplicationView::id)
                .findFirst()
                .orElse(null);
        UUID destination =
                directory.byCode(getDestination()).map(AgencyView::id).orElse(null);
        try {
            if (source == null || destination == null || getType().isEmpty()) {
                problem = texts.get("explain.unknown");
            } else {
                verdict = rights.explain(me.staff(), source, destination, getType(), null);
            }
        } catch (LgspException refusal) {
            if (refusal.code() != ErrorCode.NOT_FOUND) {
                throw refusal;
            }
            problem = texts.get("explain.unknown");
        }
    }

    public boolean isWeighed() {
        return verdict != null;
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public String getProblem() {
        return problem;
    }

    public List<String> getObstacles() {
        return verdict.obstacles().stream()
                .map(obstacle -> texts.of("obstacle", obstacle))
                .toList();
    }

    public List<Miss> getMisses() {
        return verdict.nearMisses().stream()
                .map(miss -> new Miss(
                        new RightLine(miss.right(), texts, format),
                        miss.obstacles().stream()
                                .map(obstacle -> texts.of("obstacle", obstacle))
                                .toList()))
                .toList();
    }

    /** The page of the right that allows it. */
    public String getRightPath() {
        return Paths.ACCESS_RIGHT + "?ma=" + verdict.rightId();
    }

    public String getSource() {
        return parameter("ung-dung");
    }

    public String getDestination() {
        return parameter("dich");
    }

    public String getType() {
        return parameter("loai");
    }

    public List<Choice> getTypes() {
        boolean english = visit.getLocale().getLanguage().equals("en");
        return directory.dataTypes().stream()
                .map(type -> new Choice(type.code(), english ? type.nameEn() : type.nameVi()))
                .toList();
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(100, value.strip().length()));
    }
}

package vn.lgsp.portal.routes;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteTrial;
import vn.lgsp.routing.boundary.RouteTrials;
import vn.lgsp.routing.boundary.RouteVerdict;
import vn.lgsp.routing.boundary.RouteVersionView;

/** Thử định tuyến: what the rules shown would make of a request (portal.md 5.1; Điều 5.7). */
@Named
@RequestScoped
public class RouteTrialPage {
    @Inject
    private RouteTrials trials;

    @Inject
    private RoutesPage page;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private RouteTrial trial;
    private String problem;

    @PostConstruct
    void attempt() {
        if (value("ung-dung").isEmpty() || page.getShown() == null) {
            return;
        }
        UUID source = directory.applications(value("ung-dung"), 2).stream()
                .filter(found -> found.code().equals(value("ung-dung")))
                .map(ApplicationView::id)
                .findFirst()
                .orElse(null);
        if (source == null || value("quy-tac").isEmpty() || value("loai").isEmpty()) {
            problem = texts.get("explain.unknown");
            return;
        }
        try {
            trial = trials.simulate(
                    me.staff(), source, asked(), null, page.getShown().number());
        } catch (LgspException refusal) {
            problem = refusal.code() == ErrorCode.NOT_FOUND ? texts.get("explain.unknown") : explanation.of(refusal);
        }
    }

    private PacketRequest asked() {
        String size = value("dung-luong");
        return new PacketRequest(
                List.of(new PacketRequest.Recipient(null, null, value("quy-tac"))),
                value("tieu-de"),
                Importance.byCode(value("do-khan")).orElse(null),
                value("loai"),
                null,
                size.matches("\\d{1,15}") ? Long.valueOf(size) : null,
                null);
    }

    public boolean isTried() {
        return trial != null;
    }

    public RouteTrial getTrial() {
        return trial;
    }

    public List<RouteVerdict> getVerdicts() {
        return trial.entries().stream()
                .flatMap(entry -> entry.verdicts().stream())
                .toList();
    }

    /** Why the request would be refused; null when it would not. */
    public String getRefusal() {
        LgspException refusal = trial.refusal();
        if (refusal == null) {
            return null;
        }
        String fields = String.join("; ", explanation.fields(refusal).values());
        return fields.isEmpty() ? explanation.of(refusal) : explanation.of(refusal) + " " + fields;
    }

    public String getProblem() {
        return problem;
    }

    /** The codes that the rules shown bear. */
    public List<Choice> getCodes() {
        RouteVersionView shown = page.getShown();
        return shown == null
                ? List.of()
                : shown.rules().stream()
                        .map(RouteRule::code)
                        .distinct()
                        .map(code -> new Choice(code, code))
                        .collect(Collectors.toList());
    }

    public List<Choice> getTypes() {
        boolean english = visit.getLocale().getLanguage().equals("en");
        return directory.dataTypes().stream()
                .map(type -> new Choice(type.code(), english ? type.nameEn() : type.nameVi()))
                .toList();
    }

    public List<Choice> getImportances() {
        return Arrays.stream(Importance.values())
                .filter(importance -> importance != Importance.NORMAL)
                .map(importance -> new Choice(importance.code(), texts.of("importance", importance)))
                .toList();
    }

    /** What was put into a field. */
    public String value(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}

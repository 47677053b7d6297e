package vn.lgsp.portal.applications;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.authentication.boundary.Certificates;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application.State;
import vn.lgsp.portal.access.RightLine;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRightFilter;
import vn.lgsp.registry.boundary.ApplicationDetails;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.HistoryLine;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.registry.boundary.ServiceView;
import vn.lgsp.registry.boundary.Services;

/** One application: what it is, what it has shown, its rights, services and history (portal.md 4.4). */
@Named
@RequestScoped
public class ApplicationPage {
    private static final int MOST = 50;

    @Inject
    private Applications applications;

    @Inject
    private Certificates certificates;

    @Inject
    private Services services;

    @Inject
    private AccessRequests requests;

    @Inject
    private Directory directory;

    @Inject
    private Scope scope;

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

    private ApplicationDetails application;
    private String tab;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    @PostConstruct
    void read() {
        application = applications.find(me.staff(), id(request.getParameter("ma")));
        String wish = request.getParameter("tab");
        tab = tabs().filter(key -> key.equals(wish)).findFirst().orElse("tong-quan");
    }

    /** Reads an id; NOT_FOUND for what is none. */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    private Stream<String> tabs() {
        Stream<String> all = Stream.of("tong-quan", "ket-noi", "quyen", "loai-du-lieu", "dich-vu", "hoat-dong");
        if (certificates.handles(me.staff(), application.row().id())) {
            all = Stream.concat(all, Stream.of("chung-thu"));
        }
        boolean acts = (isChangeable() || isApprover()) && application.state() != State.RETIRED;
        return acts ? Stream.concat(all, Stream.of("thao-tac")) : all;
    }

    public List<TabLink> getTabs() {
        return tabs().map(key -> new TabLink(key, path() + "&tab=" + key, key.equals(tab)))
                .toList();
    }

    /** The address of this page. */
    String path() {
        return Paths.APPLICATION + "?ma=" + application.row().id();
    }

    public String getTab() {
        return tab;
    }

    public ApplicationDetails getApplication() {
        return application;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "application.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    public String getState() {
        return texts.of("application-state", application.state());
    }

    public String getTone() {
        return ApplicationTones.of(application.state());
    }

    /** Whether to offer changes; whether the person may, the boundary decides. */
    public boolean isChangeable() {
        return scope.reaches(
                me.staff(), Right.APPLICATIONS_CHANGE, application.row().agencyId());
    }

    public boolean isApprover() {
        return scope.reaches(
                me.staff(), Right.APPLICATIONS_APPROVE, application.row().agencyId());
    }

    /** Whether to offer letting it work again: not where somebody above suspended it. */
    public boolean isResumable() {
        return applications.mayResume(me.staff(), application.row().id());
    }

    /** Whether the person registered it, so that somebody else has to approve it. */
    public boolean isOwn() {
        return me.staff().accountId().equals(application.registeredBy());
    }

    public boolean is(String state) {
        return application.state().name().equals(state);
    }

    /** Whether a service can be added. */
    public boolean isServing() {
        return isChangeable() && application.state() != State.RETIRED;
    }

    public String getSendTypes() {
        return types(application.sendTypes());
    }

    public String getReceiveTypes() {
        return types(application.receiveTypes());
    }

    private String types(Set<String> codes) {
        boolean english = visit.getLocale().getLanguage().equals("en");
        return codes.isEmpty()
                ? texts.get("application.types.all")
                : directory.dataTypes().stream()
                        .filter(type -> codes.contains(type.code()))
                        .map(type -> english ? type.nameEn() : type.nameVi())
                        .collect(Collectors.joining(", "));
    }

    public List<ServiceView> getServices() {
        return services.list(me.staff(), application.row().id(), null, MOST);
    }

    public List<HistoryLine> getHistory() {
        return applications.history(me.staff(), application.row().id(), MOST);
    }

    public List<RightLine> getRights() {
        AccessRightFilter filter =
                new AccessRightFilter(null, null, null, application.row().id(), null, null, MOST);
        return requests.list(me.staff(), filter).stream()
                .map(right -> new RightLine(right, texts, format))
                .toList();
    }
}

package vn.lgsp.portal.applications;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.ServiceInput;
import vn.lgsp.registry.boundary.Services;

/** What can be done to one application. Forms name the version that was seen, so that nobody decides on what has changed meanwhile. */
@Named
@RequestScoped
public class ApplicationActs {
    @Inject
    private Applications applications;

    @Inject
    private Services services;

    @Inject
    private ApplicationPage page;

    @Inject
    private Me me;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private ReasonAct suspend;
    private ReasonAct resume;
    private ReasonAct retire;
    private String problem;
    private Map<String, String> problems = Map.of();

    @PostConstruct
    void prepare() {
        suspend = act("suspend", reason -> applications.suspend(me.staff(), id(), seen(), reason));
        resume = act("resume", reason -> applications.resume(me.staff(), id(), seen(), reason));
        retire = act("retire", reason -> applications.retire(me.staff(), id(), seen(), reason));
    }

    private ReasonAct act(String key, ReasonAct.Doing doing) {
        return new ReasonAct(explanation, redirect, page.path() + "&xong=" + key, doing);
    }

    private UUID id() {
        return page.getApplication().row().id();
    }

    private Integer seen() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
    }

    /** Approves what somebody else registered. */
    public void approve() throws IOException {
        simple("approve", () -> applications.approve(me.staff(), id(), seen()));
    }

    /** Lets it begin to work. */
    public void activate() throws IOException {
        simple("activate", () -> applications.activate(me.staff(), id(), seen()));
    }

    /** Adds the service that the form describes; operations stand one a line, {@code code Name}. */
    public void addService() throws IOException {
        List<ServiceInput.OperationInput> operations = Arrays.stream(
                        getOperations().split("[;\\n]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+", 2))
                .map(parts -> new ServiceInput.OperationInput(parts[0], parts.length > 1 ? parts[1] : parts[0]))
                .toList();
        ServiceInput input =
                new ServiceInput(getServiceCode(), getServiceName(), getServiceAddress(), null, operations);
        simple("service-added&tab=dich-vu", () -> services.add(me.staff(), id(), input));
    }

    private void simple(String key, Runnable act) throws IOException {
        try {
            act.run();
            redirect.to(page.path() + "&xong=" + key);
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
            problems = explanation.fields(refusal);
        }
    }

    /** Why an act without a reason was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    public String getServiceCode() {
        return parameter("dv-ma");
    }

    public String getServiceName() {
        return parameter("dv-ten");
    }

    public String getServiceAddress() {
        return parameter("dv-dia-chi");
    }

    public String getOperations() {
        return parameter("dv-thao-tac");
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    public ReasonAct getSuspend() {
        return suspend;
    }

    public ReasonAct getResume() {
        return resume;
    }

    public ReasonAct getRetire() {
        return retire;
    }
}

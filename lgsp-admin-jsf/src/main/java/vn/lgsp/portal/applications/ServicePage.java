package vn.lgsp.portal.applications;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.ApplicationDetails;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.registry.boundary.ServiceView;
import vn.lgsp.registry.boundary.Services;

/**
 * One service with its operations: renamed, added, withdrawn, closed (portal.md 4.4; Điều 10). Forms name the version that was seen, so that
 * nobody changes what has changed meanwhile.
 */
@Named
@RequestScoped
public class ServicePage {
    @Inject
    private Services services;

    @Inject
    private Applications applications;

    @Inject
    private Scope scope;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private ServiceView service;
    private ApplicationDetails application;
    private ReasonAct close;
    private ReasonAct withdraw;
    private Map<String, String> problems = Map.of();
    private String problem;
    private String failed;

    @PostConstruct
    void read() {
        service = services.find(me.staff(), Paths.id(request.getParameter("ma")));
        application = applications.find(me.staff(), service.applicationId());
        close = reasoned("close", reason -> services.close(me.staff(), service.id(), seen(), reason));
        withdraw = reasoned(
                "withdraw",
                reason -> services.withdrawOperation(
                        me.staff(), service.id(), Paths.id(request.getParameter("rut")), seen(), reason));
    }

    private ReasonAct reasoned(String done, ReasonAct.Doing doing) {
        return new ReasonAct(explanation, redirect, path(done), doing);
    }

    private String path(String done) {
        return Paths.SERVICE + "?ma=" + service.id() + "&xong=" + done;
    }

    public ServiceView getService() {
        return service;
    }

    public ApplicationDetails getApplication() {
        return application;
    }

    public boolean isOpen() {
        return service.state() == ExchangeService.State.ACTIVE;
    }

    /** Whether to offer changes; whether the person may, the boundary decides. */
    public boolean isChangeable() {
        return isOpen()
                && application.state() != Application.State.RETIRED
                && scope.reaches(
                        me.staff(), Right.APPLICATIONS_CHANGE, application.row().agencyId());
    }

    /** The operation that is about to be withdrawn; null when none was chosen. */
    public ServiceView.Operation getLeaving() {
        String wish = request.getParameter("rut");
        return service.operations().stream()
                .filter(one -> !one.withdrawn() && one.id().toString().equals(wish))
                .findFirst()
                .orElse(null);
    }

    /** Changes what people call the service. */
    public void rename() throws IOException {
        act("rename", "service", () -> services.rename(me.staff(), service.id(), seen(), value("ten")));
    }

    /** Adds an operation. */
    public void addOperation() throws IOException {
        act(
                "add",
                "add",
                () -> services.addOperation(
                        me.staff(), service.id(), seen(), value("thao-tac-ma"), value("thao-tac-ten")));
    }

    /** Changes what people call the operation of the line. */
    public void renameOperation() throws IOException {
        UUID operation = Paths.id(request.getParameter("thao-tac"));
        act(
                "rename-operation",
                operation.toString(),
                () -> services.renameOperation(me.staff(), service.id(), operation, seen(), value("ten-" + operation)));
    }

    private void act(String done, String form, Runnable act) throws IOException {
        try {
            act.run();
            redirect.to(path(done));
        } catch (LgspException refusal) {
            failed = form;
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    private Integer seen() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
    }

    private String value(String name) {
        return value(name, "");
    }

    /** What stands in a field: what was typed, or what is known. */
    public String value(String name, String known) {
        String value = request.getParameter(name);
        return value == null ? known : value.strip();
    }

    /** Whether this form was refused, and shows why. */
    public boolean failed(String form) {
        return form.equals(failed);
    }

    /** Why a field of a form was refused; null when it was not. */
    public String problem(String form, String field) {
        return !failed(form)
                ? null
                : problems.entrySet().stream()
                        .filter(one ->
                                one.getKey().equals(field) || one.getKey().endsWith("." + field))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** Why an act was refused as a whole; null when it was not. */
    public String getProblem() {
        return problem;
    }

    public ReasonAct getClose() {
        return close;
    }

    public ReasonAct getWithdraw() {
        return withdraw;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "service.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }
}

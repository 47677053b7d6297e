package vn.lgsp.portal.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.sso.boundary.NewUser;
import vn.lgsp.sso.boundary.OneTimeLink;
import vn.lgsp.sso.boundary.Users;

/** Inviting a person; after that the page shows the link, once. */
@Named
@RequestScoped
public class InviteView {
    @Inject
    private Users users;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Explanation explanation;

    @Inject
    private LinkAddress addresses;

    @Inject
    private HttpServletRequest request;

    private List<GrantForm.Row> rows;
    private Map<String, String> problems = Map.of();
    private String problem;
    private OneTimeLink link;

    @PostConstruct
    void read() {
        rows = GrantForm.rows(request, GrantForm.withSpare(List.of()));
    }

    /** Invites the person. */
    public void invite() {
        try {
            link = users.invite(
                    me.staff(),
                    new NewUser(
                            getUsername(), getFullName(), getEmail(), getAgency(), GrantForm.grants(rows, getAgency())),
                    request.getRemoteAddr());
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    /** Whether the person was invited just now. */
    public boolean isInvited() {
        return link != null;
    }

    public String getLink() {
        return addresses.of(link);
    }

    public String getLinkText() {
        return addresses.text(link, getFullName());
    }

    /** Where the page of the new user is. */
    public String getUserPath() {
        return addresses.page(link);
    }

    /** Why the invitation was refused as a whole; null when it was not. */
    public String getProblem() {
        return problem;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.containsKey(field) ? texts.with("user.field.refused", problems.get(field)) : null;
    }

    public List<GrantForm.Row> getRows() {
        return rows;
    }

    public List<Choice> getRoles() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), texts.of("role", role)))
                .toList();
    }

    public String getUsername() {
        return parameter("ten");
    }

    public String getFullName() {
        return parameter("ho-ten");
    }

    public String getEmail() {
        return parameter("thu");
    }

    public String getAgency() {
        return parameter("don-vi");
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}

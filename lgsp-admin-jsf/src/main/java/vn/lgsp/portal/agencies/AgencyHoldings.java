package vn.lgsp.portal.agencies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.lgsp.model.account.Right;
import vn.lgsp.portal.access.RightLine;
import vn.lgsp.portal.account.UserTones;
import vn.lgsp.portal.applications.ApplicationTones;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRightFilter;
import vn.lgsp.registry.boundary.AgencyDetails;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.ApplicationRow;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.sso.boundary.UserFilter;
import vn.lgsp.sso.boundary.UserRow;
import vn.lgsp.sso.boundary.Users;

/**
 * What belongs to an agency and those below it: applications, users, access rights (portal.md 4.1). Each for whoever may see it there; what
 * exactly, the boundaries decide.
 */
@Named
@RequestScoped
public class AgencyHoldings {
    /** How many of each are shown; the lists have all. */
    private static final int MOST = 25;

    @Inject
    private Applications applications;

    @Inject
    private Users users;

    @Inject
    private AccessRequests requests;

    @Inject
    private Scope scope;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    private Some<ApplicationRow> foundApplications;
    private Some<UserRow> foundUsers;
    private Some<RightLine> foundRights;

    /** The tabs that the person's rights open for an agency. */
    List<String> tabs(AgencyDetails agency) {
        List<String> tabs = new ArrayList<>();
        if (scope.reaches(me.staff(), Right.APPLICATIONS_READ, agency.row().id())) {
            tabs.add("ung-dung");
        }
        if (scope.reaches(me.staff(), Right.USERS_READ, agency.row().id())) {
            tabs.add("nguoi-dung");
        }
        // Rights have two ends: whoever stands at the other end sees those between the two.
        if (me.staff().may(Right.ACCESS_READ)) {
            tabs.add("quyen");
        }
        return tabs;
    }

    /** Rows, and whether there are more than these. */
    public record Some<T>(List<T> rows, boolean more) {
        static <T> Some<T> of(List<T> found) {
            return new Some<>(found.subList(0, Math.min(MOST, found.size())), found.size() > MOST);
        }
    }

    /** Applications in the order of their codes. */
    public Some<ApplicationRow> applications(AgencyDetails agency) {
        if (foundApplications == null) {
            foundApplications = Some.of(applications.list(
                    me.staff(),
                    new ApplicationFilter(null, agency.row().id(), null, null, null, null, null, null, MOST + 1)));
        }
        return foundApplications;
    }

    public String state(ApplicationRow row) {
        return texts.of("application-state", row.state());
    }

    public String tone(ApplicationRow row) {
        return ApplicationTones.of(row.state());
    }

    /** Users in the order of their user names. */
    public Some<UserRow> users(AgencyDetails agency) {
        if (foundUsers == null) {
            foundUsers = Some.of(users.list(
                    me.staff(), new UserFilter(null, null, agency.row().code(), null, null, MOST + 1)));
        }
        return foundUsers;
    }

    public String userState(UserRow row) {
        return texts.of("account-state", row.state());
    }

    public String userTone(UserRow row) {
        return UserTones.of(row.state());
    }

    public String roles(UserRow row) {
        return row.roles().stream().map(role -> texts.of("role", role)).collect(Collectors.joining(", "));
    }

    /** Rights with an end here, newest first. */
    public Some<RightLine> rights(AgencyDetails agency) {
        if (foundRights == null) {
            foundRights =
                    Some.of(requests
                            .list(
                                    me.staff(),
                                    new AccessRightFilter(null, agency.row().id(), null, null, null, null, MOST + 1))
                            .stream()
                            .map(right -> new RightLine(right, texts, format))
                            .toList());
        }
        return foundRights;
    }
}

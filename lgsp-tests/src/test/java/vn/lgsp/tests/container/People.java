package vn.lgsp.tests.container;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.sso.boundary.Accounts;
import vn.lgsp.sso.boundary.Invitations;
import vn.lgsp.sso.boundary.NewGrant;
import vn.lgsp.sso.boundary.NewSession;
import vn.lgsp.sso.boundary.NewUser;
import vn.lgsp.sso.boundary.OneTimeLink;
import vn.lgsp.sso.boundary.Order;
import vn.lgsp.sso.boundary.Users;
import vn.lgsp.sso.boundary.Visitor;

/** People of a test's own, made the way an administrator makes them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class People {
    static final String PROVINCE = "000.00.00.H23";
    static final String OFFICE = "000.00.12.H23";
    static final String BELOW_OFFICE = "000.01.12.H23";
    static final String ELSEWHERE = "000.00.02.H23";
    static final String PASSWORD = "Đường về xứ Đông 2026";
    static final String ADDRESS = "10.1.2.3";
    static final Visitor VISITOR = new Visitor(ADDRESS, "Trình duyệt thử");

    @Inject
    private Accounts accounts;

    @Inject
    private Users users;

    @Inject
    private Invitations invitations;

    @Inject
    private Directory directory;

    /** The administrator of the province. */
    public Staff administrator() {
        return accounts.signIn("quantri", "Lgsp-demo-2026", VISITOR).staff();
    }

    /** A name that nobody has. */
    public static String newName() {
        String random = UUID.randomUUID().toString();
        return "thu-" + random.substring(random.length() - 12);
    }

    /** An invitation that nobody has accepted yet. */
    public OneTimeLink invited(String username, String agency, Role... roles) {
        List<NewGrant> grants =
                Arrays.stream(roles).map(role -> new NewGrant(role, agency)).toList();
        return users.invite(administrator(), new NewUser(username, "Vũ Thị Thử Nghiệm", null, agency, grants), ADDRESS);
    }

    /** Somebody who accepted an invitation and signed in. */
    public NewSession member(String agency, Role... roles) {
        String username = newName();
        invitations.accept(invited(username, agency, roles).token(), PASSWORD, ADDRESS);
        return signIn(username);
    }

    /** Somebody with a role in an agency, as the portal would hand the person over; there is no account behind. */
    public Staff somebody(Role role, String agency) {
        UUID id = directory.byCode(agency).orElseThrow().id();
        return new Staff(UUID.randomUUID(), "ai-do", "Ai Đó", id, Set.of(new Staff.Grant(role, id)));
    }

    /** Another session of somebody. */
    public NewSession signIn(String username) {
        return accounts.signIn(username, PASSWORD, VISITOR);
    }

    /** An order about somebody, whatever the account is now. */
    public static Order about(Staff somebody, String reason) {
        return new Order(somebody.accountId(), null, reason, ADDRESS);
    }
}

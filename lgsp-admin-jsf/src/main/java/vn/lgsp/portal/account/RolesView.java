package vn.lgsp.portal.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.sso.boundary.Users;

/** Which role may do what, and how many people hold it: the table of {@link Right}, as the boundaries ask it (Điều 12.1). */
@Named
@RequestScoped
public class RolesView {
    @Inject
    private Users users;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    private Map<Role, Long> holders;

    /** A role with how many hold it; {@code path} lists them. */
    public record RoleLine(Role role, String name, String text, long holders, String path) {}

    /** A right, and for each role whether it carries it. */
    public record RightLine(String name, String text, List<Cell> cells) {}

    /** Whether a role carries a right. */
    public record Cell(String role, boolean may) {}

    @PostConstruct
    void read() {
        holders = users.holders(me.staff());
    }

    public List<RoleLine> getRoles() {
        return Arrays.stream(Role.values())
                .map(role -> new RoleLine(
                        role,
                        texts.of("role", role),
                        texts.of("role-text", role),
                        holders.getOrDefault(role, 0L),
                        Paths.USERS + "?vai-tro=" + role))
                .toList();
    }

    public List<RightLine> getRights() {
        return Arrays.stream(Right.values())
                .map(right -> new RightLine(texts.of("right", right), texts.of("right-text", right), cells(right)))
                .toList();
    }

    private List<Cell> cells(Right right) {
        return Arrays.stream(Role.values())
                .map(role -> new Cell(texts.of("role", role), right.heldBy(role)))
                .toList();
    }
}

package vn.lgsp.portal.shell;

import java.util.Set;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;

/**
 * A page of the portal, as {@code pages.csv} declares it.
 *
 * @param path its address in the portal, without ending
 * @param title key of its title
 * @param group key of its menu group; empty when it is not in the menu
 * @param icon of its menu entry
 * @param access who may open it
 * @param roles the roles that may, when not everybody
 * @param clauses of the regulation that it serves, {@code 8.2 8.5}; may be empty
 */
public record PortalPage(
        String path, String title, String group, String icon, Access access, Set<Role> roles, String clauses) {

    /** Who may open a page. */
    public enum Access {
        /** Whoever reaches the portal. */
        PUBLIC,
        /** Whoever has signed in. */
        SIGNED_IN,
        /** Whoever holds one of the roles anywhere; what they see there the boundaries decide. */
        ROLES,
        /** Whoever has signed in, in development mode. */
        DEVELOPMENT
    }

    /** Whether this person may open the page. */
    boolean opensFor(Staff staff, boolean development) {
        return switch (access) {
            case PUBLIC, SIGNED_IN -> true;
            case ROLES -> staff.holds(roles.toArray(Role[]::new));
            case DEVELOPMENT -> development;
        };
    }
}

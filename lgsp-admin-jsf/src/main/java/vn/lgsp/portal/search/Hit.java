package vn.lgsp.portal.search;

/**
 * Something that was found.
 *
 * @param kind what it is, the end of a key {@code search.kind.…} and the name of its icon's key
 * @param title as a text
 * @param detail a code or a route; empty for none
 * @param path where it opens, in the portal
 */
public record Hit(Kind kind, String title, String detail, String path) {
    /** What can be found, in the order in which it is shown. */
    public enum Kind {
        PAGE("list"),
        PACKET("packet"),
        AGENCY("agency"),
        APPLICATION("application"),
        GROUP("users");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }
}

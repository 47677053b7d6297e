package vn.lgsp.tests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import vn.lgsp.tests.platform.Repository;

/**
 * A page as the portal declares it in {@code pages.csv}: a page that is added there is walked without a line of test.
 *
 * @param path in the portal
 * @param inMenu whether it opens by its bare address
 * @param who {@code -} everybody, {@code *} whoever is signed in, {@code +} development mode, else roles
 */
record PortalPages(String path, boolean inMenu, String who) {

    /** All pages. */
    static List<PortalPages> all() {
        try {
            return Files.readAllLines(
                            Repository.root().resolve("lgsp-admin-jsf/src/main/resources/vn/lgsp/portal/pages.csv"))
                    .stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .map(parts -> new PortalPages(parts[0], !parts[2].isEmpty(), parts[4].strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this page opens for a role; development mode is off in tests. */
    boolean opensFor(String role) {
        return switch (who) {
            case "-", "*" -> true;
            case "+" -> false;
            default -> Set.of(who.split(" ")).contains(role);
        };
    }

    /** The answer to whoever has not the role. */
    int refusal() {
        return who.equals("+") ? 404 : 403;
    }

    /** The file name of its picture. */
    String slug() {
        return path.equals("/") ? "dashboard" : path.substring(1).replace('/', '-');
    }
}

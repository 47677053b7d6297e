package vn.lgsp.portal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;

/** All pages of the portal; what is not among them does not open. */
@Named
@ApplicationScoped
public class Pages {
    private static final String ENDING = ".xhtml";

    private final Map<String, PortalPage> pages;

    private boolean development;

    /** For the container's proxy, and for the pages as the build knows them. */
    public Pages() {
        this(false);
    }

    @Inject
    public Pages(@ConfigProperty(name = "lgsp.portal.development", defaultValue = "false") boolean development) {
        this.pages = read();
        this.development = development;
    }

    /** Every page, in the order of the menu. */
    public List<PortalPage> all() {
        return List.copyOf(pages.values());
    }

    /** The page at an address, with or without its ending. */
    public Optional<PortalPage> at(String path) {
        String plain = path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
        return Optional.ofNullable(pages.get(plain.equals("/index") ? Paths.HOME : plain));
    }

    /** The pages that this person may open. */
    public List<PortalPage> of(Staff staff) {
        return pages.values().stream()
                .filter(page -> page.access() != PortalPage.Access.PUBLIC)
                .filter(page -> opens(page, staff))
                .toList();
    }

    /** Whether this person may open the page at an address; no for an address without one. */
    public boolean opens(String path, Staff staff) {
        return at(path).filter(page -> opens(page, staff)).isPresent();
    }

    boolean opens(PortalPage page, Staff staff) {
        return page.opensFor(staff, development);
    }

    private static Map<String, PortalPage> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Pages.class.getResourceAsStream("/vn/lgsp/portal/pages.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Pages::page)
                    .collect(Collectors.toMap(PortalPage::path, page -> page, (a, b) -> a, LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PortalPage page(String line) {
        String[] parts = line.split(";", -1);
        String who = parts[4].strip();
        PortalPage.Access access =
                switch (who) {
                    case "-" -> PortalPage.Access.PUBLIC;
                    case "*" -> PortalPage.Access.SIGNED_IN;
                    case "+" -> PortalPage.Access.DEVELOPMENT;
                    default -> PortalPage.Access.ROLES;
                };
        Set<Role> roles = access == PortalPage.Access.ROLES
                ? Arrays.stream(who.split(" ")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new PortalPage(parts[0], parts[1], parts[2], parts[3], access, roles, parts[5].strip());
    }
}

package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups and links of the side bar for this person (portal.md 3.3), made from {@link Pages}. */
@Named
@RequestScoped
public class Menu {
    @Inject
    private Me me;

    @Inject
    private Visit visit;

    @Inject
    private Pages pages;

    /** A heading with its links. */
    public record Group(String key, List<Link> links) {}

    /** A link; {@code current} when the page shown is it or lies below it. */
    public record Link(String key, String path, String icon, boolean current) {}

    public List<Group> getGroups() {
        Map<String, List<Link>> groups = new LinkedHashMap<>();
        String current = current();
        for (PortalPage page : pages.of(me.staff())) {
            if (!page.group().isEmpty()) {
                groups.computeIfAbsent("menu." + page.group(), key -> new ArrayList<>())
                        .add(new Link(
                                page.title(),
                                page.path(),
                                page.icon(),
                                page.path().equals(current)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** The page shown, for its title and its help; null where the address is no page. */
    public PortalPage getPage() {
        return pages.at(visit.getPath()).orElse(null);
    }

    /** The clauses that the page shown serves, for the help panel. */
    public List<String> getClauses() {
        PortalPage page = getPage();
        return page == null || page.clauses().isEmpty()
                ? List.of()
                : List.of(page.clauses().split(" "));
    }

    /** The menu entry that the page shown is or lies below: the longest that fits. */
    private String current() {
        String here = visit.getPath();
        String best = Paths.HOME;
        for (PortalPage page : pages.all()) {
            boolean fits = here.equals(page.path()) || here.startsWith(page.path() + "/");
            if (!page.group().isEmpty() && fits && page.path().length() > best.length()) {
                best = page.path();
            }
        }
        boolean home = here.equals(Paths.HOME) || here.startsWith("/index") || !best.equals(Paths.HOME);
        return home ? best : null;
    }
}

package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The groups and links of the side bar for this person (portal.md 3.3); a page is added to the menu here. */
@Named
@RequestScoped
public class Menu {
    @Inject
    private Me me;

    @Inject
    private Visit visit;

    /** A heading with its links. */
    public record Group(String key, List<Link> links) {}

    /** A link; {@code current} when the page shown is it or lies below it. */
    public record Link(String key, String path, String icon, boolean current) {}

    public List<Group> getGroups() {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("menu.overview", List.of(link("menu.dashboard", Paths.HOME, "dashboard"))));
        if (me.isPacketReader()) {
            groups.add(new Group("menu.exchange", List.of(link("menu.packets", Paths.PACKETS, "packet"))));
        }
        return groups;
    }

    private Link link(String key, String path, String icon) {
        String here = visit.getPath();
        boolean current = path.equals(Paths.HOME)
                ? here.equals(path) || here.startsWith("/index")
                : here.equals(path) || here.startsWith(path + "/");
        return new Link(key, path, icon, current);
    }
}

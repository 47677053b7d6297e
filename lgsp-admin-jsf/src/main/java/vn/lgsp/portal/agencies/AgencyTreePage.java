package vn.lgsp.portal.agencies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.portal.list.Days;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.registry.boundary.AgencyNode;
import vn.lgsp.registry.boundary.AgencyTree;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;

/**
 * The tree of agencies, drawn, today or on a day that has passed (portal.md 4.1). What is open stands in the address: back button, bookmarks
 * and a browser without scripts work, and every branch opens by a link that the keyboard reaches.
 */
@Named
@RequestScoped
public class AgencyTreePage {
    private static final int LONGEST = 1_500;

    @Inject
    private Agencies agencies;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private HttpServletRequest request;

    private String root;
    private boolean rootUnknown;
    private Optional<LocalDate> day;
    private final Map<String, Integer> opened = new LinkedHashMap<>();
    private AgencyTree tree;

    /**
     * A line of the drawing: an agency, or what leads to more of those beside it.
     *
     * @param node null for what leads to more
     * @param level 1 at the root
     * @param rails what is drawn left of it, from the left: {@code line}, {@code none}, and at last {@code tee} or {@code elbow}
     * @param link where its text leads; null for none
     * @param branch address that opens or closes what is below; null where there is nothing to open
     */
    public record Line(
            AgencyNode node,
            int level,
            List<String> rails,
            String text,
            String link,
            String branch,
            String branchText,
            String anchor) {

        public String tone() {
            return AgencyTones.of(node.state());
        }
    }

    @PostConstruct
    void read() {
        root = text("goc");
        day = Days.read(text("tai-ngay"));
        for (String one : text("mo").split(",")) {
            String[] parts = one.split("~", 2);
            if (!parts[0].isEmpty()) {
                opened.put(parts[0], parts.length > 1 && parts[1].matches("\\d{1,2}") ? Integer.parseInt(parts[1]) : 1);
            }
        }
        UUID rootId = null;
        if (!root.isEmpty()) {
            Optional<AgencyView> found = directory.byCode(root);
            rootUnknown = found.isEmpty();
            rootId = found.map(AgencyView::id).orElse(null);
        }
        tree = agencies.tree(me.staff(), rootId, opened, asOf());
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(value.strip().length(), LONGEST));
    }

    private Instant asOf() {
        return day.map(date ->
                        date.plusDays(1).atStartOfDay(Format.ZONE).toInstant().minusMillis(1))
                .orElse(null);
    }

    /** Where the tree begins, as it was typed. */
    public String getRoot() {
        return root;
    }

    public boolean isRootUnknown() {
        return rootUnknown;
    }

    public String getDay() {
        return text("tai-ngay");
    }

    public boolean isDayWrong() {
        return !text("tai-ngay").isEmpty() && day.isEmpty();
    }

    /** Whether anything is set that can be cleared. */
    public boolean isNarrowed() {
        return !root.isEmpty() || !text("tai-ngay").isEmpty() || !opened.isEmpty();
    }

    public AgencyTree getTree() {
        return tree;
    }

    /** The same as a list, for whoever prefers it. */
    public String getListPath() {
        List<String> query = new ArrayList<>();
        if (!root.isEmpty()) {
            query.add("don-vi=" + Paths.encode(root));
        }
        day.ifPresent(date -> query.add("tai-ngay=" + Paths.encode(Days.write(date))));
        return Paths.AGENCIES + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** What the picture says at once. */
    public String getHint() {
        return day.map(date -> texts.with("tree.as-of", Days.write(date))).orElse(texts.get("tree.hint"));
    }

    /** The drawing, line by line from the top. */
    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        tree.roots().forEach(node -> draw(lines, node, List.of(), 1, true));
        return lines;
    }

    private void draw(List<Line> lines, AgencyNode node, List<String> outer, int level, boolean last) {
        boolean top = level == 1;
        lines.add(new Line(
                node,
                level,
                top ? List.of() : then(outer, last ? "elbow" : "tee"),
                node.name(),
                Paths.AGENCY + "?ma=" + node.id(),
                branch(node),
                texts.with(node.open() ? "tree.close" : "tree.open", node.name(), format.number(node.children())),
                "don-vi-" + node.id()));
        List<String> inner = top ? List.of() : then(outer, last ? "none" : "line");
        for (AgencyNode below : node.below()) {
            boolean end =
                    node.hidden() == 0 && below == node.below().get(node.below().size() - 1);
            draw(lines, below, inner, level + 1, end);
        }
        if (node.hidden() > 0) {
            lines.add(new Line(
                    null,
                    level + 1,
                    then(inner, "elbow"),
                    texts.with("tree.more", format.number(node.hidden())),
                    more(node),
                    null,
                    null,
                    "them-" + node.id()));
        }
    }

    private static List<String> then(List<String> rails, String last) {
        List<String> all = new ArrayList<>(rails);
        all.add(last);
        return all;
    }

    private String branch(AgencyNode node) {
        boolean single = tree.roots().size() == 1 && tree.roots().get(0) == node;
        return node.children() == 0 || single
                ? null
                : address(node, node.open() ? 0 : opened.getOrDefault(node.codeQd20(), 1));
    }

    /** Where the rest is: in the same drawing, or, once that is full, in the list. */
    private String more(AgencyNode node) {
        int times = opened.getOrDefault(node.codeQd20(), 1);
        return tree.full() || times >= Agencies.MOST_STEPS
                ? Paths.AGENCIES + "?don-vi=" + Paths.encode(node.code())
                : address(node, times + 1);
    }

    /** The address with a node shown so many times; closed for 0. */
    private String address(AgencyNode node, int times) {
        Map<String, Integer> then = new LinkedHashMap<>(opened);
        if (times == 0) {
            then.remove(node.codeQd20());
        } else {
            then.put(node.codeQd20(), times);
        }
        List<String> query = new ArrayList<>();
        if (!root.isEmpty()) {
            query.add("goc=" + Paths.encode(root));
        }
        day.ifPresent(date -> query.add("tai-ngay=" + Paths.encode(Days.write(date))));
        if (!then.isEmpty()) {
            query.add("mo="
                    + then.entrySet().stream()
                            .map(one -> Paths.encode(one.getKey()) + (one.getValue() > 1 ? "~" + one.getValue() : ""))
                            .collect(Collectors.joining(",")));
        }
        return Paths.AGENCY_TREE + (query.isEmpty() ? "" : "?" + String.join("&", query)) + "#don-vi-" + node.id();
    }
}

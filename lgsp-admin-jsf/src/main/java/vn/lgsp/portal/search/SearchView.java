package vn.lgsp.portal.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The search as a page of its own: for whoever works without a script, and to send on. */
@Named
@RequestScoped
public class SearchView {
    @Inject
    private Finder finder;

    @Inject
    @ManagedProperty("#{param['q']}")
    private String text;

    private List<Hit> hits;

    /** What was found of one kind. */
    public record Group(Hit.Kind kind, List<Hit> hits) {}

    public List<Group> getGroups() {
        if (hits == null) {
            hits = finder.find(text);
        }
        return Arrays.stream(Hit.Kind.values())
                .map(kind -> new Group(
                        kind, hits.stream().filter(hit -> hit.kind() == kind).toList()))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    /** What was typed. */
    public String getText() {
        return text == null ? "" : text.substring(0, Math.min(text.length(), Finder.LONGEST));
    }
}

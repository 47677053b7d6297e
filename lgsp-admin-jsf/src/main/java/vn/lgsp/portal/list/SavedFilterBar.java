package vn.lgsp.portal.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.operations.boundary.SavedFilterView;
import vn.lgsp.operations.boundary.SavedFilters;
import vn.lgsp.portal.shell.Me;

/** The filters that the person keeps for a list. */
@Named
@RequestScoped
public class SavedFilterBar {
    @Inject
    private SavedFilters filters;

    @Inject
    private Me me;

    /** A page asks several times while it is written. */
    private final Map<String, List<Entry>> read = new HashMap<>();

    /** One to choose; {@code current} when the list is narrowed exactly so. */
    public record Entry(String id, String name, String address, boolean current) {}

    /**
     * The filters kept for a list, by name.
     *
     * @param path of the list
     * @param query how the list is narrowed now
     */
    public List<Entry> of(String path, String query) {
        return read.computeIfAbsent(path + "?" + query, none -> filters.list(me.staff(), path).stream()
                .map(filter -> entry(filter, path, query))
                .toList());
    }

    private static Entry entry(SavedFilterView filter, String path, String query) {
        String address = filter.query().isEmpty() ? path : path + "?" + filter.query();
        return new Entry(
                filter.id().toString(), filter.name(), address, filter.query().equals(query));
    }
}

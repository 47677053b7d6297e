package vn.lgsp.portal.list;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lgsp.portal.shell.Paths;

/** Addresses of a list: everything it shows stands in them, so that back, bookmarks and sharing work. */
final class ListAddress {
    private final ListShape<?> shape;
    private final Selection selection;

    ListAddress(ListShape<?> shape, Selection selection) {
        this.shape = shape;
        this.selection = selection;
    }

    /** The page that begins after these anchors. */
    String at(List<String> anchors) {
        return address(selection.values(), anchors);
    }

    /** The first page with one value changed; null clears it. */
    String with(String name, String value) {
        Map<String, String> values = new LinkedHashMap<>(selection.values());
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        if (name.equals("ky") && !Period.CUSTOM.code().equals(value)) {
            values.remove(Filter.FROM);
            values.remove(Filter.TO);
        }
        return address(values, List.of());
    }

    /** The first page over other days, both included. */
    String over(LocalDate first, LocalDate last) {
        Map<String, String> values = new LinkedHashMap<>(selection.values());
        values.put("ky", Period.CUSTOM.code());
        values.put(Filter.FROM, Days.write(first));
        values.put(Filter.TO, Days.write(last));
        return address(values, List.of());
    }

    /** The filters as a query, without place; empty when nothing is set. */
    String query() {
        String address = at(List.of());
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    private String address(Map<String, String> values, List<String> anchors) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (Filter filter : shape.filters()) {
            String value = values.get(filter.name());
            if (value != null && !value.equals(filter.fallback())) {
                parts.put(filter.name(), value);
            }
            if (filter.kind() == Filter.Kind.PERIOD && Period.of(value) == Period.CUSTOM) {
                parts.put(Filter.FROM, values.get(Filter.FROM));
                parts.put(Filter.TO, values.get(Filter.TO));
            }
        }
        parts.put(
                Selection.SIZE, selection.size() == Selection.SIZES.get(0) ? null : Integer.toString(selection.size()));
        parts.put(Selection.PLACE, anchors.isEmpty() ? null : String.join("~", anchors));
        String query = parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "=" + Paths.encode(part.getValue()))
                .collect(Collectors.joining("&"));
        return shape.path() + (query.isEmpty() ? "" : "?" + query);
    }
}

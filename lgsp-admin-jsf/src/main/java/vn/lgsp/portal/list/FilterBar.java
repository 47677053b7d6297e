package vn.lgsp.portal.list;

import java.util.ArrayList;
import java.util.List;
import vn.lgsp.portal.shell.Texts;

/** The filters of a list as fields to show, and as words. */
record FilterBar(ListShape<?> shape, Selection selection, Texts texts) {

    /** One field for each filter, with what was put into it. */
    List<FilterField> fields() {
        return shape.filters().stream().map(this::field).toList();
    }

    /** The filters that are set, {@code Trạng thái: Đã hủy}; empty when none is. */
    List<String> inWords() {
        List<String> words = new ArrayList<>();
        for (FilterField field : fields()) {
            if (!field.value().isEmpty()) {
                words.add(texts.get(field.filter().label()) + ": " + chosen(field) + ownPeriod(field));
            }
        }
        return words;
    }

    private FilterField field(Filter filter) {
        String value = selection.values().getOrDefault(filter.name(), "");
        List<FilterField.Option> options = new ArrayList<>();
        if (filter.kind() == Filter.Kind.CHOICE) {
            options.add(new FilterField.Option("", texts.get("filter.all"), value.isEmpty()));
        }
        filter.choices()
                .forEach(choice -> options.add(new FilterField.Option(
                        choice.value(), choice.text(), choice.value().equals(value))));
        boolean found = filter.kind() == Filter.Kind.AGENCY && selection.agency() != null;
        return new FilterField(
                filter,
                found ? selection.agency().code() : value,
                options,
                selection.values().getOrDefault(Filter.FROM, ""),
                selection.values().getOrDefault(Filter.TO, ""));
    }

    private static String chosen(FilterField field) {
        return field.options().stream()
                .filter(FilterField.Option::selected)
                .map(FilterField.Option::text)
                .findFirst()
                .orElse(field.value());
    }

    private static String ownPeriod(FilterField field) {
        return field.custom() ? " " + field.from() + " – " + field.to() : "";
    }
}

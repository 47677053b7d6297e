package vn.lgsp.routing.control;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * New entities as rows of their table: the columns that their mapping names, written by one statement however many there are. Understands what the
 * mappings of packets use, and nothing else: anything else is refused when the class is loaded.
 */
final class Rows<E> {
    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(UUID.class, "uuid"),
            Map.entry(String.class, "varchar"),
            Map.entry(Instant.class, "timestamptz"),
            Map.entry(byte[].class, "bytea"),
            Map.entry(boolean.class, "bool"),
            Map.entry(short.class, "int2"),
            Map.entry(int.class, "int4"),
            Map.entry(Integer.class, "int4"),
            Map.entry(double.class, "float8"),
            Map.entry(long.class, "int8"),
            Map.entry(Long.class, "int8"));

    private final String insert;
    private final List<Cell> cells = new ArrayList<>();

    /** A column and how its value is found. */
    private record Cell(String column, String type, Function<Object, Object> value) {}

    Rows(Class<E> entity) {
        for (Field field : entity.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                add(field, field.getName(), field.getType(), row -> read(field, row));
            }
        }
        insert = "insert into " + entity.getAnnotation(Table.class).name()
                + cells.stream().map(Cell::column).collect(Collectors.joining(", ", " (", ")"))
                + " select * from unnest("
                + cells.stream().map(cell -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** The names of the columns, in their order. */
    List<String> columns() {
        return cells.stream().map(Cell::column).toList();
    }

    /** Has them inserted. */
    void insert(List<E> rows, Statements statements) {
        Columns<E> columns = new Columns<>(rows);
        cells.forEach(cell -> columns.add(cell.type(), row -> cell.value().apply(row)));
        columns.addTo(statements, insert);
    }

    private void add(AnnotatedElement mapped, String name, Class<?> type, Function<Object, Object> value) {
        if (mapped.isAnnotationPresent(Embedded.class)) {
            for (RecordComponent part : type.getRecordComponents()) {
                part.getAccessor().setAccessible(true);
                add(part.getAccessor(), part.getName(), part.getType(), row -> part(part, value.apply(row)));
            }
            return;
        }
        Column column = mapped.getAnnotation(Column.class);
        String named = column == null || column.name().isEmpty() ? name : column.name();
        if (type.isEnum()) {
            boolean text = mapped.getAnnotation(Enumerated.class).value() == EnumType.STRING;
            cells.add(new Cell(named, text ? "varchar" : "int2", row -> constant((Enum<?>) value.apply(row), text)));
        } else if (type == Instant.class) {
            cells.add(new Cell(named, TYPES.get(type), row -> text(value.apply(row))));
        } else if (TYPES.containsKey(type)) {
            cells.add(new Cell(named, TYPES.get(type), value));
        } else {
            throw new IllegalArgumentException("no column is known for " + mapped);
        }
    }

    private static Object constant(Enum<?> value, boolean text) {
        if (value == null) {
            return null;
        }
        return text ? (Object) value.name() : (Object) (short) value.ordinal();
    }

    private static String text(Object instant) {
        return instant == null ? null : instant.toString();
    }

    private static Object read(Field field, Object row) {
        try {
            return field.get(row);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object part(RecordComponent part, Object whole) {
        try {
            return whole == null ? null : part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

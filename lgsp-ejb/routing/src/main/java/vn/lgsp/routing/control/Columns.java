package vn.lgsp.routing.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rows as columns, for a statement on all of them: one array of PostgreSQL for each, in the order of the parameters. */
final class Columns<T> {
    private static final Map<String, String> TYPED = new ConcurrentHashMap<>();

    private final List<T> rows;
    private final List<String> types = new ArrayList<>();
    private final List<Function<T, Object>> values = new ArrayList<>();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Columns<T> add(String type, Function<T, Object> value) {
        types.add(type);
        values.add(value);
        return this;
    }

    /** Runs a statement unless there are no rows, and returns how many rows it wrote. */
    int run(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < types.size(); i++) {
                statement.setArray(i + 1, connection.createArrayOf(types.get(i), cells(i)));
            }
            return statement.executeUpdate();
        }
    }

    /** Adds a statement to others unless there are no rows. */
    void addTo(Statements statements, String sql) {
        if (!rows.isEmpty()) {
            columns(statements);
            statements.add(typed(sql, types));
        }
    }

    /** The same where every row has to be found as it was read. */
    void addOnAllTo(Statements statements, String sql) {
        if (!rows.isEmpty()) {
            columns(statements);
            statements.add(typed(sql, types), rows.size());
        }
    }

    /** The statement with the type of each parameter that has none of its own; there are a dozen statements in all. */
    static String typed(String sql, List<String> types) {
        return TYPED.computeIfAbsent(sql, bare -> {
            StringBuilder text = new StringBuilder();
            int from = 0;
            int next = 0;
            for (int at = bare.indexOf('?'); at >= 0; at = bare.indexOf('?', at + 1)) {
                text.append(bare, from, at + 1);
                if (!bare.startsWith("::", at + 1)) {
                    text.append("::").append(types.get(next++)).append("[]");
                }
                from = at + 1;
            }
            return text.append(bare, from, bare.length()).toString();
        });
    }

    private void columns(Statements statements) {
        for (int i = 0; i < types.size(); i++) {
            statements.column(types.get(i), cells(i));
        }
    }

    /** As the driver sends them best: what has a type of its own travels as it is, and not as text in quotes. */
    private Object[] cells(int column) {
        Stream<Object> cells = rows.stream().map(values.get(column));
        return switch (types.get(column)) {
            // An array of objects that are arrays would be taken for a matrix.
            case "bytea" -> cells.toArray(byte[][]::new);
            case "bool" -> cells.toArray(Boolean[]::new);
            case "int2" -> cells.toArray(Short[]::new);
            case "int4" -> cells.toArray(Integer[]::new);
            case "int8" -> cells.toArray(Long[]::new);
            case "varchar" -> cells.toArray(String[]::new);
            default -> cells.toArray();
        };
    }
}

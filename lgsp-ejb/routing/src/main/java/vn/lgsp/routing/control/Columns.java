package vn.lgsp.routing.control;

import jakarta.persistence.OptimisticLockException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rows as columns, for a statement on all of them: one array of PostgreSQL for each, in the order of the parameters. */
final class Columns<T> {
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
                Stream<Object> column = rows.stream().map(values.get(i));
                // An array of objects that are arrays would be taken for a matrix.
                Object[] cells = types.get(i).equals("bytea") ? column.toArray(byte[][]::new) : column.toArray();
                statement.setArray(i + 1, connection.createArrayOf(types.get(i), cells));
            }
            return statement.executeUpdate();
        }
    }

    /** The same where every row has to be found as it was read. */
    void runOnAll(Connection connection, String sql) throws SQLException {
        int written = run(connection, sql);
        if (written != rows.size()) {
            throw new OptimisticLockException(written + " of " + rows.size() + " rows are as they were read");
        }
    }
}

package vn.lgsp.sample.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows for one table, sent to the database as one array a column and entered by one statement. */
final class Rows {
    private final String table;
    private final List<String[]> columns;
    private final List<Object[]> rows = new ArrayList<>();

    /** @param columns each with its type, {@code "id uuid"} */
    Rows(String table, String... columns) {
        this.table = table;
        this.columns = Arrays.stream(columns).map(column -> column.split(" ")).toList();
    }

    /** Adds a row; values may be null. */
    void add(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + table);
        }
        rows.add(values);
    }

    /** Enters the rows in the transaction of the connection. */
    void write(Connection connection) throws SQLException {
        String names = columns.stream().map(column -> column[0]).collect(Collectors.joining(", "));
        String arrays = columns.stream().map(column -> "?::" + column[1] + "[]").collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table + " (" + names + ") select * from unnest(" + arrays + ")")) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(i + 1, column(connection, i));
            }
            insert.executeUpdate();
        }
    }

    private Array column(Connection connection, int number) throws SQLException {
        String type = columns.get(number)[1];
        if (type.equals("bytea")) {
            return connection.createArrayOf(
                    type, rows.stream().map(row -> (byte[]) row[number]).toArray(byte[][]::new));
        }
        return connection.createArrayOf(
                type,
                rows.stream()
                        .map(row -> row[number] == null ? null : row[number].toString())
                        .toArray(String[]::new));
    }
}

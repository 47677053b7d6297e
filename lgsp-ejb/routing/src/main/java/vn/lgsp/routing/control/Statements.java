package vn.lgsp.routing.control;

import jakarta.persistence.OptimisticLockException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Statements that travel to the database together and are done there one after the other: one way there and back for all of them. */
final class Statements {
    private static final int ANY = -1;

    /** Types whose texts need no quotes in an array; the driver would look at each of their characters. */
    private static final Set<String> PLAIN = Set.of("uuid", "timestamptz");

    private final StringBuilder sql = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();

    /** A parameter: bytes, or cells of a column; {@code type} is null for bytes. */
    private record Parameter(String type, Object value) {}

    /** Adds a statement whose parameters have been added. */
    void add(String statement) {
        add(statement, ANY);
    }

    /** Adds a statement that has to write so many rows. */
    void add(String statement, int rows) {
        if (!sql.isEmpty()) {
            sql.append(";\n");
        }
        sql.append(statement.strip());
        expected.add(rows);
    }

    /** Adds a parameter: cells of a column, whose type the statement says as well. */
    void column(String type, Object[] cells) {
        parameters.add(new Parameter(type, cells));
    }

    /** Adds a parameter. */
    void bytes(byte[] value) {
        parameters.add(new Parameter(null, value));
    }

    /** An array as PostgreSQL writes it. */
    private static String text(Object[] cells) {
        StringBuilder text = new StringBuilder("{");
        for (Object cell : cells) {
            text.append(text.length() == 1 ? "" : ",").append(cell == null ? "NULL" : cell);
        }
        return text.append('}').toString();
    }

    /**
     * Runs all of them.
     *
     * @throws OptimisticLockException when one wrote another number of rows than it has to
     */
    void run(Connection connection) throws SQLException {
        if (expected.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                Parameter one = parameters.get(i);
                if (one.type() == null) {
                    statement.setBytes(i + 1, (byte[]) one.value());
                } else if (PLAIN.contains(one.type())) {
                    statement.setObject(i + 1, text((Object[]) one.value()), Types.OTHER);
                } else {
                    statement.setArray(i + 1, connection.createArrayOf(one.type(), (Object[]) one.value()));
                }
            }
            boolean rows = statement.execute();
            for (int rest : expected) {
                int written = rows ? ANY : statement.getUpdateCount();
                if (rest != ANY && written != rest) {
                    throw new OptimisticLockException(written + " of " + rest + " rows are as they were read");
                }
                rows = statement.getMoreResults();
            }
        }
    }
}

package vn.lgsp.authentication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.registry.boundary.Scope;

/** Conditions and their values: those that are not asked for are left out of the SQL, so that the indexes fit those that are. */
final class Narrowing {
    private final StringBuilder sql = new StringBuilder("where true");
    private final List<Object> values = new ArrayList<>();

    /** Only what belongs to agencies in reach. */
    static Narrowing reaching(Scope.Agencies reach, String agencyColumn) {
        var narrowing = new Narrowing();
        if (!reach.everything()) {
            narrowing.and(agencyColumn + " = any (?)", (Object) reach.ids().toArray(UUID[]::new));
        }
        return narrowing;
    }

    /** One more condition; each {@code ?} in it stands for one of the values. */
    Narrowing and(String condition, Object... more) {
        sql.append(" and ").append(condition);
        values.addAll(List.of(more));
        return this;
    }

    /** One more condition, unless its value is null. */
    Narrowing andIf(String condition, Object value) {
        return value == null ? this : and(condition, value);
    }

    /** The conditions, beginning with {@code where}. */
    String sql() {
        return sql.toString();
    }

    /** A statement that ends in these conditions or has them once. */
    PreparedStatement prepare(Connection connection, String statement) throws SQLException {
        var query = connection.prepareStatement(statement);
        var at = 1;
        for (var value : values) {
            query.setObject(at++, value instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : value);
        }
        return query;
    }
}

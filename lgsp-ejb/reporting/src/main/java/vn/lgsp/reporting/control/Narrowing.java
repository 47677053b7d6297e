package vn.lgsp.reporting.control;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.reporting.boundary.Span;
import vn.lgsp.reporting.boundary.TrafficQuery;

/**
 * Narrows the views of the roll-ups to what was asked for; {@link #bind} fills the places of {@link #where}.
 *
 * @param agencies rows of these agencies; null for the rows of every agency, which leaves out the row of the whole platform
 */
record Narrowing(Set<UUID> agencies, TrafficQuery query) {
    /** The agency whose row is the sum of the whole platform. */
    static final UUID WHOLE = new UUID(0, 0);

    private static final String WHERE = "where grain = ? and start >= ? and start < ?";

    /** The condition in SQL; what was not asked for is left out, so that the database can tell how many rows it will find. */
    String where() {
        return WHERE
                + (query.environment() == null ? "" : " and environment = ?")
                + (query.dataType() == null ? "" : " and data_type = ?")
                + (agencies == null
                        ? " and agency_id <> '00000000-0000-0000-0000-000000000000'"
                        : " and agency_id = any (?)");
    }

    /** Fills the places from this index on and returns the next index. */
    int bind(PreparedStatement statement, int index) throws SQLException {
        Span span = query.span();
        statement.setString(index, span.grain().name());
        statement.setObject(index + 1, span.from().atOffset(ZoneOffset.UTC));
        statement.setObject(index + 2, span.to().atOffset(ZoneOffset.UTC));
        int next = index + 3;
        if (query.environment() != null) {
            statement.setString(next++, query.environment().name());
        }
        if (query.dataType() != null) {
            statement.setString(next++, query.dataType());
        }
        if (agencies != null) {
            statement.setArray(next++, statement.getConnection().createArrayOf("uuid", agencies.toArray()));
        }
        return next;
    }
}

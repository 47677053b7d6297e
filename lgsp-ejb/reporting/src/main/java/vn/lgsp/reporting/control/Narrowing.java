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

    private static final String WHERE =
            """
            where grain = ? and start >= ? and start < ? and environment = coalesce(?, environment)
                and data_type = coalesce(?, data_type) and agency_id\s""";

    /** The condition in SQL. */
    String where() {
        return WHERE + (agencies == null ? "<> '00000000-0000-0000-0000-000000000000'" : "= any (?)");
    }

    /** Fills the places from this index on and returns the next index. */
    int bind(PreparedStatement statement, int index) throws SQLException {
        Span span = query.span();
        statement.setString(index, span.grain().name());
        statement.setObject(index + 1, span.from().atOffset(ZoneOffset.UTC));
        statement.setObject(index + 2, span.to().atOffset(ZoneOffset.UTC));
        statement.setString(
                index + 3,
                query.environment() == null ? null : query.environment().name());
        statement.setString(index + 4, query.dataType());
        if (agencies == null) {
            return index + 5;
        }
        statement.setArray(index + 5, statement.getConnection().createArrayOf("uuid", agencies.toArray()));
        return index + 6;
    }
}

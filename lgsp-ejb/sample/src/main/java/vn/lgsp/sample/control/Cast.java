package vn.lgsp.sample.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The applications of the sample: as the list names them, and as the database has them. */
final class Cast {
    /** The list, in its order. */
    static final List<Part> PARTS = Resources.rows(
            "applications.csv",
            row -> new Part(
                    row.getField("code"),
                    row.getField("name"),
                    row.getField("agency"),
                    row.getField("symbol"),
                    row.getField("domain"),
                    Channel.valueOf(row.getField("channel").toUpperCase(java.util.Locale.ROOT)),
                    Integer.parseInt(row.getField("sends")),
                    Integer.parseInt(row.getField("receives"))));

    private Cast() {}

    /** A line of the list. */
    record Part(
            String code,
            String name,
            String agency,
            String symbol,
            String domain,
            Channel channel,
            int sends,
            int receives) {

        /** From where it connects: an address of the province's network made up from its place in the list. */
        String address() {
            int place = PARTS.indexOf(this);
            return "10.23." + (10 + place % 40) + "." + (11 + place);
        }
    }

    /** Those that have been entered, each with its newest key that was never revoked. */
    static List<Party> present(Connection connection) throws SQLException {
        Map<String, Part> parts = new HashMap<>();
        PARTS.forEach(part -> parts.put(part.code(), part));
        List<Party> parties = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        """
                        select distinct on (a.code) a.code, a.id, a.agency_id, k.id, k.access_key, k.not_after
                        from application a join access_key k on k.application_id = a.id and k.revoked_at is null
                        where a.sample order by a.code, k.created_at desc, k.id
                        """);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Part part = parts.get(rows.getString(1));
                if (part != null) {
                    parties.add(party(part, rows));
                }
            }
        }
        return parties;
    }

    private static Party party(Part part, ResultSet row) throws SQLException {
        OffsetDateTime notAfter = row.getObject(6, OffsetDateTime.class);
        Instant end = notAfter == null ? null : notAfter.toInstant();
        return new Party(
                row.getObject(2, UUID.class),
                part.code(),
                row.getObject(3, UUID.class),
                part.symbol(),
                part.domain(),
                part.channel(),
                part.sends(),
                part.receives(),
                new Party.Key(row.getObject(4, UUID.class), row.getString(5), end),
                part.address());
    }
}

package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.authentication.boundary.KeyFilter;
import vn.lgsp.authentication.boundary.KeyState;
import vn.lgsp.authentication.boundary.KeyUseOfDay;
import vn.lgsp.authentication.boundary.KeyView;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.boundary.Scope;

/** Reads keys for people; secrets are not among the columns. */
@ApplicationScoped
public class KeyReader {
    private static final String SELECT =
            """
            select k.id, k.application_id, a.code, a.name, g.code, g.name, k.name, k.access_key, k.environment, k.algorithm, k.public_key,
                k.networks, k.scopes, k.created_at, c.username, k.not_after, k.last_used_at, k.last_used_from, k.replaces, s.id,
                k.revoked_at, r.username, k.revoke_reason, k.version, k.not_before <= now() and (k.not_after is null or k.not_after > now())
            from access_key k
            join application a on a.id = k.application_id
            join agency g on g.id = a.agency_id
            left join account c on c.id = k.created_by
            left join account r on r.id = k.revoked_by
            left join lateral (select n.id from access_key n where n.replaces = k.id order by n.id desc limit 1) s on true
            """;

    private static final String RUNNING =
            "k.revoked_at is null and k.not_before <= now() and (k.not_after is null or k.not_after > now())";

    private static final String USE =
            """
            select k.id, k.hint, k.name, u.day, u.scheme, u.algorithm, u.requests, u.last_at
            from key_use u join access_key k on k.id = u.access_key_id
            where (k.id = ? or k.replaces = ? or k.id = (select o.replaces from access_key o where o.id = ?)) and u.day >= ?
            order by u.day desc, k.id desc, u.scheme, u.algorithm
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Keys in reach, newest first. */
    public List<KeyView> list(Scope.Agencies reach, KeyFilter filter) {
        var narrowing = Narrowing.reaching(reach, "a.agency_id")
                .andIf("a.agency_id = ?", filter.agencyId())
                .andIf("k.application_id = ?", filter.applicationId())
                .andIf(
                        "k.environment = ?",
                        filter.environment() == null
                                ? null
                                : filter.environment().name())
                .andIf("k.algorithm = ?", filter.algorithm())
                .andIf("k.id < ?", filter.after());
        if (filter.state() != null) {
            narrowing.and(
                    switch (filter.state()) {
                        case ACTIVE -> RUNNING + " and s.id is null";
                        case OVERLAPPING -> RUNNING + " and s.id is not null";
                        case EXPIRED -> "k.revoked_at is null and k.not_after <= now()";
                        case REVOKED -> "k.revoked_at is not null";
                    });
        }
        if (filter.text() != null) {
            var text = filter.text().strip();
            var part = "%" + literal(SearchText.fold(text)) + "%";
            narrowing.and(
                    """
                    (k.hint = ? or k.access_key = ? or fold_vietnamese(k.name) like ? escape '!'
                        or fold_vietnamese(a.name) like ? escape '!' or a.code like ? escape '!')
                    """,
                    text,
                    text,
                    part,
                    part,
                    "%" + literal(text) + "%");
        }
        return read(SELECT + narrowing.sql() + " order by k.id desc limit " + filter.limit(), narrowing);
    }

    /** One key, whoever it concerns. */
    public Optional<KeyView> find(UUID id) {
        var narrowing = new Narrowing().and("k.id = ?", id);
        return read(SELECT + narrowing.sql(), narrowing).stream().findFirst();
    }

    /** How a key, the one that it replaces and those that replace it were used since a day (UTC), newest day first. */
    public List<KeyUseOfDay> use(UUID keyId, LocalDate since) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(USE)) {
            query.setObject(1, keyId);
            query.setObject(2, keyId);
            query.setObject(3, keyId);
            query.setObject(4, since);
            try (var rows = query.executeQuery()) {
                var days = new ArrayList<KeyUseOfDay>();
                while (rows.next()) {
                    days.add(new KeyUseOfDay(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getObject(4, LocalDate.class),
                            SignatureScheme.valueOf(rows.getString(5)),
                            rows.getString(6),
                            rows.getLong(7),
                            StoredKey.instant(rows, 8)));
                }
                return days;
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private List<KeyView> read(String sql, Narrowing narrowing) {
        try (var connection = database.getConnection();
                var query = narrowing.prepare(connection, sql);
                var rows = query.executeQuery()) {
            var keys = new ArrayList<KeyView>();
            while (rows.next()) {
                keys.add(key(rows));
            }
            return keys;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static KeyView key(ResultSet row) throws SQLException {
        var networks = row.getString(12);
        return new KeyView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Environment.valueOf(row.getString(9)),
                row.getString(10),
                fingerprint(row.getBytes(11)),
                networks == null ? List.of() : List.of(networks.split(" ")),
                KeyScope.read(row.getString(13)),
                state(row),
                StoredKey.instant(row, 14),
                row.getString(15),
                StoredKey.instant(row, 16),
                StoredKey.instant(row, 17),
                row.getString(18),
                row.getObject(19, UUID.class),
                row.getObject(20, UUID.class),
                StoredKey.instant(row, 21),
                row.getString(22),
                row.getString(23),
                row.getInt(24));
    }

    private static KeyState state(ResultSet row) throws SQLException {
        if (row.getObject(21) != null) {
            return KeyState.REVOKED;
        }
        if (!row.getBoolean(25)) {
            return KeyState.EXPIRED;
        }
        return row.getObject(20) == null ? KeyState.ACTIVE : KeyState.OVERLAPPING;
    }

    private static String fingerprint(byte[] publicKey) {
        return publicKey == null ? null : HexFormat.of().formatHex(Sha256.of(publicKey));
    }
}

package vn.lgsp.registry.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.model.Ids;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.Staff;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.AgencyDetails;
import vn.lgsp.registry.boundary.AgencyFilter;
import vn.lgsp.registry.boundary.AgencyRow;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;

/** Reads agencies as they are and as they were, from their versions. */
@ApplicationScoped
public class AgencyQueries {
    /** What was so at an instant; now where none is given. */
    private static final String AT =
            " v.since <= coalesce(?, now()) and (v.until is null or v.until > coalesce(?, now())) ";

    private static final String COLUMNS =
            """
            select v.agency_id, v.code, v.code_qd20, v.name, v.short_name, v.level, v.kind, v.area, v.parent_id, p.code, p.name, v.state,
                v.ended, v.since, v.until, a.sample, a.contact,
                (select count(*) from application x where x.agency_id = v.agency_id and x.state <> 'RETIRED')
            from agency_version v
            join agency a on a.id = v.agency_id
            """;
    private static final String PARENT_THEN =
            " left join agency_version p on p.agency_id = v.parent_id and p.since <= coalesce(?, now())"
                    + " and (p.until is null or p.until > coalesce(?, now())) ";
    private static final String PARENT_AT_ITS_BEGINNING =
            " left join agency_version p on p.agency_id = v.parent_id and p.since <= v.since"
                    + " and (p.until is null or p.until > v.since) ";

    private static final String FILTER =
            """
            where (? is null or v.code like ? escape '!' or v.code_qd20 like ? escape '!'
                    or fold_vietnamese(v.name || coalesce(' ' || v.short_name, '')) like ? escape '!')
                and (? is null or v.level = ?)
                and (? is null or v.kind = ?)
                and (? is null or fold_vietnamese(v.area) like ? escape '!')
                and (? is null or v.state = ?)
                and (cast(? as uuid) is null or v.agency_id in (
                    with recursive below as (
                        select cast(? as uuid) as id
                        union
                        select n.agency_id from agency_version n join below b on n.parent_id = b.id
                        where n.since <= coalesce(?, now()) and (n.until is null or n.until > coalesce(?, now())))
                    select id from below))
                and (? is null or v.code_qd20 > ?) and
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Directory directory;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Fills places of a statement one after another. */
    private static final class Places {
        private final PreparedStatement statement;
        private int next = 1;

        Places(PreparedStatement statement) {
            this.statement = statement;
        }

        Places text(String... values) throws SQLException {
            for (String value : values) {
                statement.setString(next++, value);
            }
            return this;
        }

        Places id(UUID... values) throws SQLException {
            for (UUID value : values) {
                statement.setObject(next++, value, Types.OTHER);
            }
            return this;
        }

        Places number(Integer... values) throws SQLException {
            for (Integer value : values) {
                statement.setObject(next++, value, Types.INTEGER);
            }
            return this;
        }

        Places twice(Instant value) throws SQLException {
            OffsetDateTime time = value == null ? null : value.atOffset(ZoneOffset.UTC);
            statement.setObject(next++, time, Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(next++, time, Types.TIMESTAMP_WITH_TIMEZONE);
            return this;
        }
    }

    /** The page asked for, and one row more when there are more. */
    public List<AgencyRow> list(AgencyFilter filter) {
        String text = filter.text() == null ? null : filter.text().strip();
        String code = text == null ? null : literal(text.toUpperCase(Locale.ROOT)) + "%";
        String state = filter.state() == null ? null : filter.state().name();
        return rows(COLUMNS + PARENT_THEN + FILTER + AT + " order by v.code_qd20 limit ?", places -> places.twice(
                        filter.asOf())
                .text(text, code, code, text == null ? null : "%" + literal(SearchText.fold(text)) + "%")
                .number(filter.level(), filter.level())
                .text(filter.kind(), filter.kind())
                .text(filter.area(), filter.area() == null ? null : "%" + literal(SearchText.fold(filter.area())) + "%")
                .text(state, state)
                .id(filter.within(), filter.within())
                .twice(filter.asOf())
                .text(filter.after(), filter.after())
                .twice(filter.asOf())
                .number(Math.max(1, Math.min(filter.limit(), 1001))));
    }

    /** Those directly below an agency; those at the top for null. */
    public List<AgencyRow> below(UUID agencyId, Instant asOf) {
        return rows(
                COLUMNS + PARENT_THEN
                        + " where v.parent_id is not distinct from cast(? as uuid) and v.state <> 'CLOSED' and" + AT
                        + " order by v.code_qd20 limit 2000",
                places -> places.twice(asOf).id(agencyId).twice(asOf));
    }

    /** All versions, newest first. */
    public List<AgencyRow> history(UUID agencyId) {
        return rows(
                COLUMNS + PARENT_AT_ITS_BEGINNING + " where v.agency_id = ? order by v.since desc limit 500",
                places -> places.id(agencyId));
    }

    /** One agency as it stands today. */
    public Optional<AgencyDetails> details(UUID agencyId) {
        Agency agency = em.find(Agency.class, agencyId);
        if (agency == null) {
            return Optional.empty();
        }
        AgencyRow row = history(agencyId).get(0);
        List<UUID> above = directory.above(agencyId);
        List<AgencyView> path = new ArrayList<>();
        above.stream().skip(1).forEach(id -> directory.byId(id).ifPresent(path::add));
        Collections.reverse(path);
        Number children =
                (Number) em.createNativeQuery("select count(*) from agency where parent_id = :id and state <> 'CLOSED'")
                        .setParameter("id", agencyId)
                        .getSingleResult();
        return Optional.of(new AgencyDetails(
                row,
                agency.address(),
                agency.email(),
                agency.telephone(),
                agency.website(),
                agency.contact(),
                agency.zoneId(),
                zone(above),
                List.copyOf(path),
                children.longValue(),
                agency.version()));
    }

    /** The zone of the first of these that was put into one. */
    private String zone(List<UUID> upwards) {
        for (UUID id : upwards) {
            @SuppressWarnings("unchecked")
            List<String> names = em.createNativeQuery(
                            "select z.name from agency a join zone z on z.id = a.zone_id where a.id = :id",
                            String.class)
                    .setParameter("id", id)
                    .getResultList();
            if (!names.isEmpty()) {
                return names.get(0);
            }
        }
        return null;
    }

    /** What agencies are labelled with, most frequent first. */
    public List<String> kinds() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(
                        """
                        select kind, count(*) from agency where kind is not null and state <> 'CLOSED'
                        group by kind order by count(*) desc, kind limit 40
                        """,
                        Tuple.class)
                .getResultList();
        return rows.stream().map(row -> row.get(0, String.class)).toList();
    }

    /** Writes down an ordinary act. */
    public void note(UUID agencyId, Staff staff, String act, String reason) {
        em.createNativeQuery(
                        """
                        insert into agency_event (id, agency_id, at, actor_id, actor_name, act, reason)
                        values (:id, :agency, now(), :actor, :name, :act, :reason)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("agency", agencyId)
                .setParameter("actor", staff.accountId())
                .setParameter("name", staff.username())
                .setParameter("act", act)
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /** Fills the places of a statement. */
    private interface Filling {
        void fill(Places places) throws SQLException;
    }

    private List<AgencyRow> rows(String sql, Filling filling) {
        // Ordinary acts of this transaction must be seen.
        em.flush();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            filling.fill(new Places(select));
            List<AgencyRow> result = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(row(row));
                }
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AgencyRow row(ResultSet row) throws SQLException {
        String ended = row.getString(13);
        OffsetDateTime until = row.getObject(15, OffsetDateTime.class);
        return new AgencyRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, UUID.class),
                row.getString(10),
                row.getString(11),
                Agency.State.valueOf(row.getString(12)),
                ended == null ? null : Agency.Ending.valueOf(ended),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.getBoolean(16),
                row.getString(17),
                row.getLong(18));
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

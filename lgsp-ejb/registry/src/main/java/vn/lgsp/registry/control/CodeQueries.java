package vn.lgsp.registry.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.registry.boundary.CodeFilter;
import vn.lgsp.registry.boundary.CodeRow;

/** Lists codes, and keeps their other names. */
@ApplicationScoped
public class CodeQueries {
    private static final String SELECT =
            """
            select c.id, coalesce(c.code_qd20, c.code_qcvn) as code, c.code_qcvn, c.code_qd20, c.agency_id, a.name, a.sample, c.state,
                c.valid_from, c.valid_to, c.document, c.document_date, c.reason,
                (select string_agg(coalesce(n.code_qd20, n.code_qcvn), ', ' order by n.code_qd20)
                    from code_successor s join identifier_code n on n.id = s.successor_id where s.code_id = c.id),
                (select string_agg(t.value, ', ' order by t.value) from code_text t
                    where t.code_id = c.id and t.kind = 'ALIAS' and (t.until is null or t.until > now())),
                c.version
            from identifier_code c join agency a on a.id = c.agency_id
            """;
    private static final String LIST =
            """
            where (? is null or c.code_qcvn like ? escape '!' or c.code_qd20 like ? escape '!' or a.search_name like ? escape '!')
                and (? is null or c.state = ?)
                and (cast(? as uuid) is null or c.agency_id in (
                    with recursive below as (
                        select id from agency where id = ?
                        union all
                        select n.id from agency n join below b on n.parent_id = b.id)
                    select id from below))
                and (? is null or coalesce(c.code_qd20, c.code_qcvn) > ?)
            order by coalesce(c.code_qd20, c.code_qcvn)
            limit ?
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** The page asked for, and one row more when there are more. */
    public List<CodeRow> list(CodeFilter filter) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + LIST)) {
            String text = filter.text() == null ? null : filter.text().strip();
            String code = text == null ? null : literal(text.toUpperCase(java.util.Locale.ROOT)) + "%";
            select.setString(1, text);
            select.setString(2, code);
            select.setString(3, code);
            select.setString(4, text == null ? null : "%" + literal(SearchText.fold(text)) + "%");
            String state = filter.state() == null ? null : filter.state().name();
            select.setString(5, state);
            select.setString(6, state);
            select.setObject(7, filter.within(), java.sql.Types.OTHER);
            select.setObject(8, filter.within(), java.sql.Types.OTHER);
            select.setString(9, filter.after());
            select.setString(10, filter.after());
            select.setInt(11, Math.max(1, Math.min(filter.limit(), 1001)));
            return rows(select);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All codes of an agency, newest first. */
    public List<CodeRow> of(UUID agencyId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(SELECT + "where c.agency_id = ? order by c.valid_from desc, 2")) {
            select.setObject(1, agencyId);
            return rows(select);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code that is written so in either form. */
    public Optional<CodeRow> one(String code) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(SELECT + "where c.code_qd20 = ? or c.code_qcvn = ?")) {
            select.setString(1, code);
            select.setString(2, code);
            return rows(select).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CodeRow> rows(PreparedStatement select) throws SQLException {
        List<CodeRow> result = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new CodeRow(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getString(6),
                        row.getBoolean(7),
                        IdentifierCode.State.valueOf(row.getString(8)),
                        instant(row, 9),
                        instant(row, 10),
                        row.getString(11),
                        row.getObject(12, LocalDate.class),
                        row.getString(13),
                        row.getString(14),
                        row.getString(15),
                        row.getInt(16)));
            }
        }
        return result;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The agency to which a text was ever given as a code or an alias. */
    public Optional<UUID> takenBy(String value) {
        @SuppressWarnings("unchecked")
        List<UUID> agencies = em.createNativeQuery(
                        """
                        select c.agency_id from code_text t join identifier_code c on c.id = t.code_id where t.value = :value
                        """,
                        UUID.class)
                .setParameter("value", value)
                .getResultList();
        return agencies.stream().findFirst();
    }

    /**
     * The number after the highest that was ever given directly below a code of QĐ 20/2020, written with as many digits; {@code 01} for the
     * first one, {@code 001} at level 4, as the old form would have it.
     */
    public String next(String above) {
        Object highest = em.createNativeQuery(
                        """
                        select max(cast(substring(value from cast(:length as integer)) as integer)) from code_text
                        where value like :below escape '!' and substring(value from cast(:length as integer)) ~ '^[0-9]{1,6}$'
                        """)
                .setParameter("below", literal(above) + ".%")
                .setParameter("length", above.length() + 2)
                .getSingleResult();
        int number = highest == null ? 1 : ((Number) highest).intValue() + 1;
        int digits = above.chars().filter(dot -> dot == '.').count() == 2 ? 3 : 2;
        return above + "." + String.format(java.util.Locale.ROOT, "%0" + digits + "d", number);
    }

    /** How many aliases a code ever had. */
    public int aliases(UUID codeId) {
        return ((Number) em.createNativeQuery("select count(*) from code_text where code_id = :code and kind = 'ALIAS'")
                        .setParameter("code", codeId)
                        .getSingleResult())
                .intValue();
    }

    /** Enters an alias; {@code until} is null for ever. Says whether it did: somebody else may have been first. */
    public boolean addAlias(UUID codeId, String value, String note, Instant until) {
        return em.createNativeQuery(
                                """
                        insert into code_text (value, code_id, kind, note, until)
                        values (:value, :code, 'ALIAS', :note, cast(:until as timestamptz)) on conflict do nothing
                        """)
                        .setParameter("value", value)
                        .setParameter("code", codeId)
                        .setParameter("note", note)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }

    /** Ends an alias now; returns how many there were. */
    public int endAlias(UUID codeId, String value) {
        return em.createNativeQuery(
                        """
                        update code_text set until = now()
                        where code_id = :code and value = :value and kind = 'ALIAS' and (until is null or until > now())
                        """)
                .setParameter("code", codeId)
                .setParameter("value", value)
                .executeUpdate();
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

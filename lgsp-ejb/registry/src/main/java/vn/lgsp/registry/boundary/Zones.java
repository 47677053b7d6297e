package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/**
 * Zones (vùng triển khai, Điều 2.6): where agencies are reached. An agency without a zone of its own is in that of the agency above.
 * Reading asks for AGENCIES_READ, changing for DIRECTORY_CHANGE in the whole province.
 */
@Stateless
public class Zones {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");
    private static final int MAX_TEXT = 200;
    private static final String VIEW =
            """
            select z.id, z.code, z.name, z.external, z.gateway, z.state,
                (select count(*) from agency a where a.zone_id = z.id and a.state <> 'CLOSED'), z.version
            from zone z
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    /**
     * What a zone says.
     *
     * @param code small letters, digits and dashes, 1–30
     * @param name 1–200 characters
     * @param external reached through another platform
     * @param gateway 1–200 characters for an external zone; null or empty for others
     */
    public record ZoneData(String code, String name, boolean external, String gateway) {}

    /** All zones, those in use first, by code. */
    public List<ZoneView> list(Staff staff) {
        scope.require(staff, Right.AGENCIES_READ);
        return views(em.createNativeQuery(VIEW + "order by z.state, z.code"));
    }

    /**
     * One zone.
     *
     * @throws LgspException NOT_FOUND
     */
    public ZoneView find(Staff staff, String code) {
        scope.require(staff, Right.AGENCIES_READ);
        return byCode(code);
    }

    /** The zone in which an agency is reached: its own, else the nearest above it; empty when none of them has one. */
    public Optional<ZoneView> of(Staff staff, UUID agencyId) {
        scope.require(staff, Right.AGENCIES_READ);
        return views(em.createNativeQuery(
                                """
                                with recursive above as (
                                    select parent_id, zone_id, 0 as height from agency where id = :agency
                                    union all
                                    select a.parent_id, a.zone_id, b.height + 1 from agency a join above b on a.id = b.parent_id)
                                """
                                        + VIEW
                                        + "where z.id = (select zone_id from above where zone_id is not null order by height limit 1)")
                        .setParameter("agency", agencyId))
                .stream()
                .findFirst();
    }

    /**
     * Enters a zone.
     *
     * @throws LgspException REQUEST_INVALID naming the field; ZONE_TAKEN
     */
    public ZoneView create(Staff staff, ZoneData data) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        ZoneData checked = checked(data);
        int entered = em.createNativeQuery(
                        """
                        insert into zone (id, code, name, external, gateway, state, created_at)
                        values (:id, :code, :name, :external, cast(:gateway as varchar), 'ACTIVE', :now)
                        on conflict (code) do nothing
                        """)
                .setParameter("id", Ids.next())
                .setParameter("code", checked.code())
                .setParameter("name", checked.name())
                .setParameter("external", checked.external())
                .setParameter("gateway", checked.gateway())
                .setParameter("now", Instant.now())
                .executeUpdate();
        if (entered == 0) {
            throw new LgspException(ErrorCode.ZONE_TAKEN);
        }
        return byCode(checked.code());
    }

    /**
     * Changes what a zone says; its code stays.
     *
     * @param version the one that was read
     * @throws LgspException NOT_FOUND; VERSION_OUTDATED; REQUEST_INVALID naming the field
     */
    public ZoneView change(Staff staff, String code, int version, ZoneData data) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        byCode(code);
        ZoneData checked = checked(new ZoneData(code, data.name(), data.external(), data.gateway()));
        current(em.createNativeQuery(
                        """
                        update zone set name = :name, external = :external, gateway = cast(:gateway as varchar), version = version + 1
                        where code = :code and version = :version
                        """)
                .setParameter("name", checked.name())
                .setParameter("external", checked.external())
                .setParameter("gateway", checked.gateway())
                .setParameter("code", code)
                .setParameter("version", version));
        return byCode(code);
    }

    /**
     * Closes a zone, or opens it again.
     *
     * @throws LgspException NOT_FOUND; VERSION_OUTDATED; ZONE_IN_USE while agencies are assigned to it
     */
    public ZoneView closed(Staff staff, String code, int version, boolean closed) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        byCode(code);
        current(em.createNativeQuery(
                        """
                        update zone set state = :state, version = version + 1 where code = :code and version = :version
                        """)
                .setParameter("state", closed ? "CLOSED" : "ACTIVE")
                .setParameter("code", code)
                .setParameter("version", version));
        ZoneView zone = byCode(code);
        if (closed && zone.agencies() > 0) {
            throw new LgspException(ErrorCode.ZONE_IN_USE, zone.agencies());
        }
        return zone;
    }

    /**
     * Assigns an agency to a zone, which those below it inherit.
     *
     * @param code of a zone in use; null to inherit that of the agency above
     * @throws LgspException NOT_FOUND for the agency; REQUEST_INVALID naming {@code zone}
     */
    public void assign(Staff staff, UUID agencyId, String code) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        UUID zone = null;
        if (code != null) {
            // Locked, so that nobody closes it at this very moment.
            List<?> zones = em.createNativeQuery(
                            "select id from zone where code = :code and state = 'ACTIVE' for share", UUID.class)
                    .setParameter("code", code)
                    .getResultList();
            if (zones.isEmpty()) {
                throw invalid("zone", "form");
            }
            zone = (UUID) zones.get(0);
        }
        int changed = em.createNativeQuery(
                        """
                        update agency set zone_id = cast(:zone as uuid), version = version + 1, change_id = null, since = greatest(now(), since)
                        where id = :agency and state <> 'CLOSED'
                        """)
                .setParameter("zone", zone == null ? null : zone.toString())
                .setParameter("agency", agencyId)
                .executeUpdate();
        if (changed == 0) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    private static void current(Query update) {
        if (update.executeUpdate() == 0) {
            throw new LgspException(ErrorCode.VERSION_OUTDATED);
        }
    }

    private ZoneView byCode(String code) {
        return views(em.createNativeQuery(VIEW + "where z.code = :code").setParameter("code", code)).stream()
                .findFirst()
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private static List<ZoneView> views(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static ZoneView view(Object[] row) {
        return new ZoneView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (Boolean) row[3],
                (String) row[4],
                row[5].equals("CLOSED"),
                ((Number) row[6]).intValue(),
                ((Number) row[7]).intValue());
    }

    private static ZoneData checked(ZoneData data) {
        if (data.code() == null || !CODE.matcher(data.code()).matches()) {
            throw invalid("code", "form");
        }
        String gateway = data.gateway() == null || data.gateway().isBlank() ? null : text("gateway", data.gateway());
        if (data.external() && gateway == null) {
            throw invalid("gateway", "required");
        }
        return new ZoneData(data.code(), text("name", data.name()), data.external(), data.external() ? gateway : null);
    }

    private static String text(String field, String value) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            throw invalid(field, "length", 1, MAX_TEXT);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid(field, "control-character");
        }
        return text;
    }

    private static LgspException invalid(String field, String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
    }
}

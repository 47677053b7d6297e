package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts packets under rights with a daily quota, in the transaction that grants the packet: what is rolled back was not counted. Rights
 * without a quota are not written, so nobody who has one waits for anybody.
 */
@ApplicationScoped
public class Quotas {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The day that counts now. */
    public static LocalDate today() {
        return LocalDate.now(VIET_NAM);
    }

    /** Takes one packet of today's; see the other. */
    public boolean take(UUID rightId, int quota) {
        return take(rightId, quota, 1);
    }

    /** Takes so many packets of today's; false, and none is taken, when fewer are left. Whoever comes at the same moment waits until this transaction
     * has ended. */
    public boolean take(UUID rightId, int quota, int packets) {
        return em.createNativeQuery(
                                """
                                insert into access_right_use (right_id, day, packets) select :right, :day, :packets where :packets <= :quota
                                on conflict (right_id, day) do update set packets = access_right_use.packets + :packets
                                    where access_right_use.packets + :packets <= :quota
                                """)
                        .setParameter("right", rightId)
                        .setParameter("day", today())
                        .setParameter("quota", quota)
                        .setParameter("packets", packets)
                        .executeUpdate()
                == 1;
    }

    /** How many packets went under these rights today. */
    public Map<UUID, Integer> usedToday(List<UUID> rights) {
        Map<UUID, Integer> used = new HashMap<>();
        if (!rights.isEmpty()) {
            @SuppressWarnings("unchecked")
            List<Object[]> rows = em.createNativeQuery(
                            "select right_id, packets from access_right_use where right_id in (:rights) and day = :day")
                    .setParameter("rights", rights)
                    .setParameter("day", today())
                    .getResultList();
            rows.forEach(row -> used.put((UUID) row[0], ((Number) row[1]).intValue()));
        }
        return used;
    }
}

package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.registry.AccessRight;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;

/**
 * Enters agencies, applications and rights (Điều 7.1, 7.1a). Called by the platform itself when it loads a province; not reachable from
 * the interfaces.
 */
@Stateless
public class Registration {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /**
     * An agency to enter.
     *
     * @param parentCode code of the agency above in the form of QCVN 102:2016; null at the top
     * @param kind may be null
     */
    public record NewAgency(String code, String codeQd20, String name, String kind, String parentCode) {}

    /** Says whether any agency has been entered yet. */
    public boolean empty() {
        return em.createQuery("select 1 from Agency a", Integer.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Enters agencies, all or none; a parent stands before its children. An agency whose code exists already stays as it is.
     *
     * @return the ids by code in the form of QCVN 102:2016
     * @throws IllegalArgumentException naming the row whose code is malformed or whose parent is not above it
     */
    public Map<String, UUID> agencies(List<NewAgency> agencies, boolean sample) {
        return agencies(agencies, sample, Instant.now());
    }

    /** The same; the agencies have existed since an instant that has passed. */
    public Map<String, UUID> agencies(List<NewAgency> agencies, boolean sample, Instant since) {
        Instant now = Instant.now();
        Map<String, UUID> ids = new HashMap<>();
        em.createQuery("select a from Agency a", Agency.class)
                .getResultStream()
                .forEach(known -> ids.put(known.code(), known.id()));
        for (NewAgency row : agencies) {
            if (ids.containsKey(row.code())) {
                continue;
            }
            UUID parent = row.parentCode() == null ? null : ids.get(row.parentCode());
            if (row.parentCode() != null && parent == null) {
                throw new IllegalArgumentException(
                        row.code() + ": parent " + row.parentCode() + " does not stand above it");
            }
            Agency agency = new Agency(
                    code(row.code()), code(row.codeQd20()), row.name(), row.kind(), parent, sample, since, now);
            em.persist(agency);
            ids.put(agency.code(), agency.id());
        }
        return ids;
    }

    /** Enters an application and activates it at once. */
    public UUID activeApplication(
            String code, String name, UUID agencyId, Environment environment, boolean receives, boolean sample) {
        Application application = new Application(code, name, agencyId, environment, receives, sample, Instant.now());
        application.state(Application.State.ACTIVE);
        em.persist(application);
        return application.id();
    }

    /** Says whether an application of this code has been entered. */
    public boolean applicationExists(String code) {
        return !em.createQuery("select 1 from Application a where a.code = :code", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    /** Finds an application that exists by its code. */
    public UUID applicationId(String code) {
        return em.createQuery("select a.id from Application a where a.code = :code", UUID.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    /** Gives an application the right to send a type of data to an agency, without an end. */
    public UUID right(UUID sourceApplicationId, UUID destinationAgencyId, String dataType) {
        AccessRight right = new AccessRight(sourceApplicationId, destinationAgencyId, dataType, null, Instant.now());
        em.persist(right);
        return right.id();
    }

    private static AgencyCode code(String text) {
        return AgencyCode.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(text + " is not an identifier code"));
    }
}

package vn.lgsp.registry.control.reorganisation;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;

/** Carries out what is due, on any node: one request after another, each in a transaction of its own. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Due {
    private static final System.Logger LOG = System.getLogger(Due.class.getName());

    @EJB
    private CarryOut carryOut;

    /** Looks every few seconds. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void carryOut() {
        for (UUID id : carryOut.due()) {
            try {
                carryOut.one(id);
            } catch (LgspException refused) {
                LOG.log(System.Logger.Level.WARNING, "Reorganisation {0} was refused: {1}", id, refused.code());
                carryOut.failed(id, new Problem(0, true, "step-meanwhile", List.of()));
            }
        }
    }
}

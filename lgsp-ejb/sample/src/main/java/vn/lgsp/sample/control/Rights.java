package vn.lgsp.sample.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Directory;

/** Who may deal with the sample: administrators of the whole province. */
@ApplicationScoped
public class Rights {
    @Inject
    private Directory directory;

    /** @throws LgspException FORBIDDEN for anybody else */
    public void require(Staff staff) {
        boolean atTheTop = staff.grants().stream()
                .filter(grant -> Right.SAMPLE_DATA.heldBy(grant.role()))
                .anyMatch(grant -> directory
                        .byId(grant.agencyId())
                        .filter(agency -> agency.parentCode() == null)
                        .isPresent());
        if (!atTheTop) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
    }
}

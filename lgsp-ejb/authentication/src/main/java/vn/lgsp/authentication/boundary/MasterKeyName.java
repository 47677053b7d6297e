package vn.lgsp.authentication.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** What the master key is called, for those who keep its backup. It tells nothing about the key. */
@Stateless
public class MasterKeyName {
    @EJB
    private KeyVault vault;

    /**
     * The id of the master key in use: eight hexadecimal digits.
     *
     * @throws LgspException FORBIDDEN for somebody who is no administrator
     */
    public String of(Staff staff) {
        if (!staff.holds(Role.ADMIN)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
        return vault.masterKeyId();
    }
}

package vn.lgsp.sso.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes a code in a transaction of its own: a code that was used up stays so, whatever comes next. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CodeTaking {
    @Inject
    private SecondFactors factors;

    /** What the code is worth. */
    public SecondFactors.Proof take(UUID accountId, String code) {
        return factors.take(accountId, code);
    }
}

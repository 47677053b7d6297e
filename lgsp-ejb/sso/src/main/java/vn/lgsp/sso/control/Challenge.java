package vn.lgsp.sso.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.control.SecondFactors.Proof;

/**
 * Asks for a password or a code. Each attempt is counted before it is looked at, under the name and under the address, so that guesses
 * sent in parallel cannot outrun the lock. No transaction is open while a password is hashed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Challenge {
    private static final System.Logger LOG = System.getLogger(Challenge.class.getName());

    @Inject
    private SignInGuard guard;

    @Inject
    private AddressBrake brake;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private CodeTaking codes;

    /**
     * Asks for the password of a name. Whoever calls decides what the right one forgives.
     *
     * @throws LgspException SIGN_IN_FAILED, ACCOUNT_LOCKED, ACCOUNT_BARRED, SIGN_IN_PAUSED, UNAVAILABLE
     */
    public Credential password(String username, String password, String remoteAddress) {
        brake.begin(remoteAddress);
        Attempt attempt = guard.attempt(username);
        boolean right = hasher.verify(password, attempt.credential().map(Credential::hash));
        if (!right) {
            throw refused(username, attempt, remoteAddress, ErrorCode.SIGN_IN_FAILED);
        }
        Credential credential = attempt.credential().orElseThrow();
        if (credential.barred()) {
            throw refused(username, attempt, remoteAddress, ErrorCode.ACCOUNT_BARRED);
        }
        brake.forgive(remoteAddress);
        return credential;
    }

    /**
     * Asks for a code of the second factor; the right one forgives all failures.
     *
     * @throws LgspException CODE_WRONG, ACCOUNT_LOCKED, ACCOUNT_BARRED, SIGN_IN_PAUSED
     */
    public Proof code(String username, String code, String remoteAddress) {
        brake.begin(remoteAddress);
        Attempt attempt = guard.attempt(username);
        if (attempt.credential().isEmpty()) {
            throw refused(username, attempt, remoteAddress, ErrorCode.CODE_WRONG);
        }
        Credential credential = attempt.credential().get();
        Proof proof = credential.barred() ? Proof.NONE : codes.take(credential.accountId(), code);
        if (proof == Proof.NONE) {
            throw refused(
                    username,
                    attempt,
                    remoteAddress,
                    credential.barred() ? ErrorCode.ACCOUNT_BARRED : ErrorCode.CODE_WRONG);
        }
        guard.succeeded(credential.accountId());
        brake.forgive(remoteAddress);
        return proof;
    }

    private LgspException refused(String username, Attempt attempt, String remoteAddress, ErrorCode code) {
        ErrorCode told = attempt.locked() ? ErrorCode.ACCOUNT_LOCKED : code;
        guard.failed(username, attempt, remoteAddress);
        LOG.log(System.Logger.Level.WARNING, "Sign-in refused from {0}: {1}", remoteAddress, told.code());
        return new LgspException(told);
    }
}

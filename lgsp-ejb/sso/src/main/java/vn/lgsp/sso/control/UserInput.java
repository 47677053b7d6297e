package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.sso.boundary.NewGrant;
import vn.lgsp.sso.boundary.NewUser;

/** Checks what administrators type about users. */
@ApplicationScoped
public class UserInput {
    private static final int MOST_GRANTS = 20;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,15}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @Inject
    private Directory directory;

    @Inject
    private Reach reach;

    /**
     * Checks a person to invite and makes the account; whether the user name is taken the caller finds out.
     *
     * @throws LgspException REQUEST_INVALID with all fields at fault; ACCOUNT_OUT_OF_REACH
     */
    public NewAccount check(Staff staff, NewUser user) {
        List<FieldError> wrong = new ArrayList<>();
        String username = user.username() == null ? "" : user.username().strip();
        String fullName = plain(user.fullName());
        String email = user.email() == null || user.email().isBlank()
                ? null
                : user.email().strip();
        if (!USERNAME.matcher(username).matches()) {
            wrong.add(new FieldError("username", "form"));
        }
        if (fullName.length() < 2 || fullName.length() > LONGEST_NAME) {
            wrong.add(new FieldError("fullName", "length", 2, LONGEST_NAME));
        } else if (CONTROL.matcher(fullName).find()) {
            wrong.add(new FieldError("fullName", "control-character"));
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            wrong.add(new FieldError("email", "form"));
        }
        Optional<AgencyView> agency = active(user.agencyCode());
        if (agency.isEmpty()) {
            wrong.add(new FieldError("agencyCode", "agency"));
        }
        Set<Account.Grant> grants = grants(user.grants(), wrong);
        refuse(wrong);
        requireReach(staff, agency.orElseThrow().id(), grants);
        return new NewAccount(username, fullName, email, agency.orElseThrow().id(), grants);
    }

    /** What was checked. */
    public record NewAccount(
            String username, String fullName, String email, UUID agencyId, Set<Account.Grant> grants) {}

    /**
     * Checks roles to give.
     *
     * @throws LgspException REQUEST_INVALID with the field {@code grants}; ACCOUNT_OUT_OF_REACH
     */
    public Set<Account.Grant> check(Staff staff, List<NewGrant> typed) {
        List<FieldError> wrong = new ArrayList<>();
        Set<Account.Grant> grants = grants(typed, wrong);
        refuse(wrong);
        requireReach(staff, null, grants);
        return grants;
    }

    /**
     * Checks a reason and returns it without blanks around it.
     *
     * @throws LgspException REQUEST_INVALID with the field {@code reason}
     */
    public String reason(String typed) {
        String reason = plain(typed);
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            refuse(List.of(new FieldError("reason", "length", SHORTEST_REASON, LONGEST_REASON)));
        }
        if (CONTROL.matcher(reason).find()) {
            refuse(List.of(new FieldError("reason", "control-character")));
        }
        return reason;
    }

    private Set<Account.Grant> grants(List<NewGrant> typed, List<FieldError> wrong) {
        List<NewGrant> given = typed == null ? List.of() : typed;
        if (given.size() > MOST_GRANTS) {
            wrong.add(new FieldError("grants", "items", 0, MOST_GRANTS));
            return Set.of();
        }
        Set<Account.Grant> grants = new HashSet<>();
        for (NewGrant grant : given) {
            Optional<AgencyView> agency = active(grant.agencyCode());
            if (grant.role() == null) {
                wrong.add(new FieldError("grants", "required"));
            } else if (agency.isEmpty()) {
                wrong.add(new FieldError("grants", "agency"));
            } else if (!grants.add(new Account.Grant(grant.role(), agency.get().id()))) {
                wrong.add(new FieldError("grants", "duplicate"));
            }
        }
        return grants;
    }

    private Optional<AgencyView> active(String code) {
        return code == null
                ? Optional.empty()
                : directory.byCode(code.strip()).filter(agency -> agency.state() == Agency.State.ACTIVE);
    }

    private void requireReach(Staff staff, UUID agencyId, Set<Account.Grant> grants) {
        Set<UUID> roots = reach.require(staff, Right.USERS_CHANGE);
        boolean inside = (agencyId == null || reach.within(roots, agencyId))
                && grants.stream().allMatch(grant -> reach.within(roots, grant.agencyId()));
        if (!inside) {
            throw new LgspException(ErrorCode.ACCOUNT_OUT_OF_REACH);
        }
    }

    private static String plain(String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("[ \\t\\r\\n]+", " ");
    }

    private static void refuse(List<FieldError> wrong) {
        if (!wrong.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, wrong);
        }
    }
}

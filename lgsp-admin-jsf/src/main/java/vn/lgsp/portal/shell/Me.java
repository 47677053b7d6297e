package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** The person signed in, for pages and their beans. */
@Named
@RequestScoped
public class Me {
    @Inject
    private HttpServletRequest request;

    /** The caller for every boundary method; FORBIDDEN when nobody is signed in. */
    public Staff staff() {
        return SignInFilter.staff(request).orElseThrow(() -> new LgspException(ErrorCode.FORBIDDEN));
    }

    public boolean isSignedIn() {
        return SignInFilter.staff(request).isPresent();
    }

    public String getFullName() {
        return staff().fullName();
    }

    public String getUsername() {
        return staff().username();
    }

    /** One or two letters for the round badge. */
    public String getInitials() {
        String[] words = getFullName().replaceAll("\\(.*?\\)", "").strip().split("\\s+");
        return words.length < 2 ? first(words[0]) : first(words[words.length - 2]) + first(words[words.length - 1]);
    }

    /** The roles held, in the order of the catalogue. */
    public List<Role> getRoles() {
        return staff().grants().stream()
                .map(Staff.Grant::role)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether packets are shown at all; which ones, and whether, the boundary decides. */
    public boolean isPacketReader() {
        return isSignedIn() && staff().may(Right.PACKETS_READ);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}

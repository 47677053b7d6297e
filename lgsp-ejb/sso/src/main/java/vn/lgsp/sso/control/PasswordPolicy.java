package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/** What a new password must be: long, not the name of its owner, none of the commonest, not the one before. */
@ApplicationScoped
public class PasswordPolicy {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON = commonest();

    /**
     * Checks a new password.
     *
     * @param oldPassword may be null
     * @param newPassword may be null, which is refused
     * @throws LgspException PASSWORD_WEAK with the field {@code newPassword} and the reason
     */
    public void check(String username, String oldPassword, String newPassword) {
        String password = newPassword == null ? "" : newPassword;
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw weak("length", SHORTEST, LONGEST);
        }
        if (password.equals(oldPassword)) {
            throw weak("password-same");
        }
        String folded = SearchText.fold(password).replace(" ", "");
        if (!username.isEmpty()
                && folded.contains(SearchText.fold(username))
                && length < SHORTEST + username.length()) {
            throw weak("password-username");
        }
        if (COMMON.contains(folded) || folded.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw weak("password-common");
        }
    }

    private static LgspException weak(String reason, Object... arguments) {
        return new LgspException(ErrorCode.PASSWORD_WEAK, List.of(new FieldError("newPassword", reason, arguments)));
    }

    private static Set<String> commonest() {
        try (InputStream file = PasswordPolicy.class.getResourceAsStream("commonest-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

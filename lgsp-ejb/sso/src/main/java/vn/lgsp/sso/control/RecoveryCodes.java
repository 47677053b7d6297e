package vn.lgsp.sso.control;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Codes that stand in for the second factor: four groups of four letters and digits, about 79 bits. */
final class RecoveryCodes {
    /** How many a person gets at a time. */
    static final int COUNT = 10;

    /** Letters and digits that are not mistaken for one another. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;
    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]{" + GROUPS * GROUP_LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> next() {
        return Stream.generate(RecoveryCodes::one).distinct().limit(COUNT).toList();
    }

    private static String one() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /**
     * The hash under which a code of this account is stored.
     *
     * @param typed in either case, with or without hyphens and blanks; may be null
     * @return empty for what cannot be such a code
     */
    static Optional<byte[]> hash(UUID accountId, String typed) {
        if (typed == null || typed.length() > 60) {
            return Optional.empty();
        }
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(plain).matches()
                ? Optional.of(SecretToken.sha256(accountId + ":" + plain))
                : Optional.empty();
    }
}

package vn.lgsp.sso.control;

import java.text.Normalizer;
import java.util.Locale;

/** Names for signing in, as they are stored and compared. */
public final class Username {
    /** Longest name, in characters. */
    public static final int MAX = 60;

    private Username() {}

    /** Returns the name in lower case without blanks around it; empty, which no account has, for null and for what is too long. */
    public static String normalise(String typed) {
        if (typed == null || typed.length() > MAX * 2) {
            return "";
        }
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return name.length() > MAX ? "" : name;
    }
}

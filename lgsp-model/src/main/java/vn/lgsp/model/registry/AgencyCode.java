package vn.lgsp.model.registry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An identifier code (mã định danh) in one of its two forms, well-formed.
 *
 * <p>QCVN 102:2016/BTTTT: {@code V1V2V3.Z1Z2.Y1Y2.MX1X2}, 13 characters, read from right to left; parts that are not used are zeros.
 * QĐ 20/2020/QĐ-TTg, since TT 01/2022 in the QCVN too: up to 35 characters, groups separated by dots, read from left to right.
 */
public record AgencyCode(String value, Form form) {
    /** The longest code of QĐ 20/2020. */
    public static final int MAX_LENGTH = 35;
    /** The deepest level that the platform keeps. */
    public static final int MAX_LEVEL = 9;

    private static final Pattern QCVN_102 = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}");
    private static final Pattern QCVN_LIKE = Pattern.compile("[^.]{1,4}\\.[^.]{1,3}\\.[^.]{1,3}\\.[A-Z][0-9A-Z]{1,3}");
    private static final Pattern CHARACTERS = Pattern.compile("[0-9A-Z.]+");
    private static final Pattern TOP = Pattern.compile("[A-Z]\\d{2}");
    private static final Pattern OLD_LEVEL_2_OR_3 = Pattern.compile("(?!00)\\d{2}");
    private static final Pattern OLD_LEVEL_4 = Pattern.compile("(?!000)\\d{3}");

    /** Which of the two regulations wrote the code. */
    public enum Form {
        QCVN_102,
        QD_20
    }

    /** Why a text is no code, or none that may be issued. */
    public enum Fault {
        EMPTY,
        TOO_LONG,
        /** Something else than capital letters of ASCII, digits and dots. */
        CHARACTERS,
        /** A dot at the beginning, at the end, or two in a row. */
        EMPTY_GROUP,
        /** The level-1 part is not a letter and two digits. */
        TOP_LEVEL,
        /** Z is for enterprises, which use their business code. */
        ENTERPRISE,
        /** Looks like the old form, but its parts are not 3, 2, 2 and 3 characters, or not digits. */
        OLD_FORM,
        /** More than nine levels. */
        TOO_DEEP,
        /** A part is used although the one above it is zeros; met in packets, never issued. */
        LEVEL_GAP
    }

    /**
     * Reads a code of either form.
     *
     * @param text exactly as it must be; may be null
     * @return empty when the text is no code; {@link #fault} says why
     */
    public static Optional<AgencyCode> parse(String text) {
        if (text == null
                || fault(text).filter(fault -> fault != Fault.LEVEL_GAP).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new AgencyCode(text, QCVN_102.matcher(text).matches() ? Form.QCVN_102 : Form.QD_20));
    }

    /** Says why a text, which may be null, is no code that could be issued; empty when it is one. */
    public static Optional<Fault> fault(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (!CHARACTERS.matcher(text).matches()) {
            return Optional.of(Fault.CHARACTERS);
        }
        if (text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
            return Optional.of(Fault.EMPTY_GROUP);
        }
        if (QCVN_102.matcher(text).matches()) {
            return new AgencyCode(text, Form.QCVN_102).gap() ? Optional.of(Fault.LEVEL_GAP) : Optional.empty();
        }
        return newFormFault(text);
    }

    private static Optional<Fault> newFormFault(String text) {
        String[] groups = text.split("\\.");
        if (!TOP.matcher(groups[0]).matches()) {
            return Optional.of(QCVN_LIKE.matcher(text).matches() ? Fault.OLD_FORM : Fault.TOP_LEVEL);
        }
        if (text.charAt(0) == 'Z') {
            return Optional.of(Fault.ENTERPRISE);
        }
        return groups.length > MAX_LEVEL ? Optional.of(Fault.TOO_DEEP) : Optional.empty();
    }

    /**
     * What somebody meant who typed it with blanks around it, in small letters or in full-width characters; the text itself when nothing
     * of the kind is there.
     *
     * @param text not null
     */
    public static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /** The level, 1 (province, ministry) to 9: the deepest part of the code that is used. */
    public int level() {
        if (form == Form.QD_20) {
            return groups().length;
        }
        String[] parts = fromTheTop();
        return IntStream.rangeClosed(1, parts.length)
                .filter(level -> level == 1 || !zeros(parts[level - 1]))
                .max()
                .orElseThrow();
    }

    /** The code of the level above, in the same form; empty at level 1. */
    public Optional<AgencyCode> parent() {
        int level = level();
        if (level == 1) {
            return Optional.empty();
        }
        if (form == Form.QD_20) {
            return Optional.of(new AgencyCode(value.substring(0, value.lastIndexOf('.')), form));
        }
        String[] parts = fromTheTop();
        parts[level - 1] = "0".repeat(parts[level - 1].length());
        return Optional.of(old(parts));
    }

    /** The level-1 part, e.g. {@code H23}. */
    public String top() {
        return form == Form.QD_20 ? groups()[0] : value.substring(value.lastIndexOf('.') + 1);
    }

    /**
     * Proposes the same code in the other form: zero parts left out and the order turned round. Only a proposal: what is true stands in
     * the table of codes. Empty where the rule cannot say it: gaps, more than four levels, letters, zeros.
     */
    public Optional<AgencyCode> proposal() {
        if (form == Form.QCVN_102) {
            if (gap()) {
                return Optional.empty();
            }
            return parse(Arrays.stream(fromTheTop()).limit(level()).collect(Collectors.joining(".")));
        }
        String[] groups = groups();
        if (groups.length > 4 || !fitsTheOldForm(groups)) {
            return Optional.empty();
        }
        String[] parts = {groups[0], "00", "00", "000"};
        System.arraycopy(groups, 0, parts, 0, groups.length);
        return Optional.of(old(parts));
    }

    private static boolean fitsTheOldForm(String[] groups) {
        return IntStream.range(1, groups.length).allMatch(i -> (i == 3 ? OLD_LEVEL_4 : OLD_LEVEL_2_OR_3)
                .matcher(groups[i])
                .matches());
    }

    private boolean gap() {
        String[] parts = fromTheTop();
        return IntStream.range(2, parts.length).anyMatch(i -> !zeros(parts[i]) && zeros(parts[i - 1]));
    }

    private static boolean zeros(String part) {
        return part.chars().allMatch(digit -> digit == '0');
    }

    private String[] groups() {
        return value.split("\\.");
    }

    /** The four parts of the old form, level 1 first. */
    private String[] fromTheTop() {
        String[] parts = groups();
        return new String[] {parts[3], parts[2], parts[1], parts[0]};
    }

    private static AgencyCode old(String[] fromTheTop) {
        return new AgencyCode(
                String.join(".", fromTheTop[3], fromTheTop[2], fromTheTop[1], fromTheTop[0]), Form.QCVN_102);
    }

    @Override
    public String toString() {
        return value;
    }
}

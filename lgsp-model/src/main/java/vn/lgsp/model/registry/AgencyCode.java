package vn.lgsp.model.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An identifier code (mã định danh) in one of its two forms.
 *
 * <p>QCVN 102:2016/BTTTT: {@code V1V2V3.Z1Z2.Y1Y2.MX1X2}, 13 characters, read from right to left; parts that are not used are zeros.
 * QĐ 20/2020/QĐ-TTg: up to 35 characters, groups separated by dots, read from left to right.
 */
public record AgencyCode(String value, Form form) {

    /** Which of the two regulations wrote the code. */
    public enum Form {
        QCVN_102,
        QD_20
    }

    private static final Pattern QCVN_102 = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}");
    private static final Pattern QD_20 = Pattern.compile("[A-Z]\\d{2}(\\.[0-9A-Z]{1,10}){0,4}");
    private static final int QD_20_MAX = 35;

    /** Reads a code of either form; empty when the text, which may be null, is neither. */
    public static Optional<AgencyCode> parse(String text) {
        if (text == null || text.length() > QD_20_MAX) {
            return Optional.empty();
        }
        if (QCVN_102.matcher(text).matches()) {
            return Optional.of(new AgencyCode(text, Form.QCVN_102));
        }
        return QD_20.matcher(text).matches() ? Optional.of(new AgencyCode(text, Form.QD_20)) : Optional.empty();
    }

    /** The level, 1 (province, ministry) to 5: the deepest part of the code that is used. */
    public int level() {
        if (form == Form.QD_20) {
            return value.split("\\.").length;
        }
        if (!value.startsWith("000.")) {
            return 4;
        }
        if (!value.startsWith("00.", 4)) {
            return 3;
        }
        return value.startsWith("00.", 7) ? 1 : 2;
    }
}

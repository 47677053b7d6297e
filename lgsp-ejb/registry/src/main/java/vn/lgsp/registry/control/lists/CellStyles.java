package vn.lgsp.registry.control.lists;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the numbers of a workbook as texts: codes and telephone numbers plainly, never as 1.0E5, with the zeros in front that their style
 * shows; days and times after ISO 8601.
 */
final class CellStyles implements WorkbookXml.Handler {
    private static final int MAX_STYLES = 100_000;
    /** What a spreadsheet shows of a number; further digits come from its being kept in binary. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int MAX_DIGITS = 40;
    private static final int MAX_SCALE = 330;
    private static final long SECONDS_OF_A_DAY = 86_400;
    /** The last day that a spreadsheet knows, 31 December 9999. */
    private static final long LAST_DAY = 2_958_465;
    /** 1900 has a 29 February there; from 1 March on the count is right. */
    private static final long FIRST_RIGHT_DAY = 61;

    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?![hHmMsS]+])[^\\]]*]");
    private static final Pattern ZEROS = Pattern.compile("0{2,40}");

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean inCells;
    private boolean since1904;

    void since1904() {
        since1904 = true;
    }

    @Override
    public void begin(String name, WorkbookXml.Element element) {
        if (formats.size() > MAX_STYLES || styles.size() > MAX_STYLES) {
            throw ListPages.unreadable("XLSX: styles > " + MAX_STYLES);
        }
        switch (name) {
            case "numFmt" -> {
                String code = element.attribute("formatCode");
                formats.put(number(element.attribute("numFmtId")), code == null ? "" : code);
            }
            case "cellXfs" -> inCells = true;
            case "xf" -> {
                if (inCells) {
                    styles.add(number(element.attribute("numFmtId")));
                }
            }
            default -> {
                // Colours and borders say nothing.
            }
        }
    }

    @Override
    public void text(char[] letters, int from, int length) {
        // Styles have no texts.
    }

    @Override
    public boolean end(String name) {
        inCells = inCells && !name.equals("cellXfs");
        return !name.equals("styleSheet");
    }

    /** A number as a cell of this style shows it, in a form that does not depend on the language; empty for what is no number. */
    Optional<String> written(String text, int style) {
        BigDecimal value;
        try {
            value = new BigDecimal(text.length() > MAX_DIGITS ? "" : text.strip()).round(SHOWN);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (Math.abs((long) value.scale()) > MAX_SCALE) {
            return Optional.empty();
        }
        int format = style < 0 || style >= styles.size() ? 0 : styles.get(style);
        if (isDate(format)) {
            return date(value);
        }
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        String shown = formats.getOrDefault(format, "");
        if (ZEROS.matcher(shown).matches() && plain.matches("[0-9]+") && plain.length() < shown.length()) {
            return Optional.of("0".repeat(shown.length() - plain.length()) + plain);
        }
        return Optional.of(plain);
    }

    private boolean isDate(int format) {
        String code = formats.get(format);
        if (code == null) {
            return format >= 14 && format <= 22 || format >= 45 && format <= 47;
        }
        String letters = LITERAL.matcher(code.replaceFirst("(?<!\\\\);.*", "")).replaceAll("");
        return letters.matches("(?i).*[ymdhs].*") && !letters.equalsIgnoreCase("general");
    }

    private Optional<String> date(BigDecimal value) {
        long seconds = Math.round(value.doubleValue() * SECONDS_OF_A_DAY);
        long day = Math.floorDiv(seconds, SECONDS_OF_A_DAY);
        if (seconds < 0 || day > LAST_DAY) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, SECONDS_OF_A_DAY));
        if (day == 0 && !since1904) {
            return Optional.of(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
        }
        LocalDate zero = since1904 ? ZERO_1904 : day < FIRST_RIGHT_DAY ? ZERO.plusDays(1) : ZERO;
        LocalDate date = zero.plusDays(day);
        return Optional.of(
                time.toSecondOfDay() == 0
                        ? date.toString()
                        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.of(date, time)));
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

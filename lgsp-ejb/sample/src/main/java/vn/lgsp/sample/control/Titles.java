package vn.lgsp.sample.control;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Composes titles as the documents of a province have them, out of lists of words. They name no person. */
final class Titles {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<Form>> forms = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();

    /** One form of title, with the type of data that it stands on and the beginning of its file's name. */
    record Form(String dataType, int weight, String file, String text) {}

    Titles() {
        for (String line : Resources.lines("titles.txt")) {
            String[] part = line.split(" \\| ", 5);
            forms.computeIfAbsent(part[0], domain -> new ArrayList<>())
                    .add(new Form(part[1], Integer.parseInt(part[2]), part[3], part[4]));
        }
        for (String line : Resources.lines("words.txt")) {
            String[] part = line.split(" = ", 2);
            words.put(part[0], Arrays.asList(part[1].split(" \\| ")));
        }
    }

    /** A form that this application uses. */
    Form form(Party source, Dice dice) {
        return dice.weighed(forms.get(source.domain()), Form::weight);
    }

    /** The form, filled in for the day. */
    String fill(String text, Party source, LocalDate day, Dice dice) {
        Matcher slots = SLOT.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (slots.find()) {
            slots.appendReplacement(filled, Matcher.quoteReplacement(word(slots.group(1), source, day, dice)));
        }
        return slots.appendTail(filled).toString();
    }

    private String word(String slot, Party source, LocalDate day, Dice dice) {
        return switch (slot) {
            // Numbers of documents rise through the year.
            case "so" -> String.valueOf(day.getDayOfYear() * 9 + dice.between(1, 9));
            case "kyhieu" -> source.symbol();
            case "hoso" ->
                "H23.%02d-%02d%02d%02d-%04d"
                        .formatted(
                                dice.between(1, 42),
                                day.getYear() % 100,
                                day.getMonthValue(),
                                day.getDayOfMonth(),
                                dice.between(1, 1_900));
            case "ngay" -> date(day.minusDays(dice.below(2)));
            case "ngaytoi" -> date(day.plusDays(dice.between(2, 9)));
            case "thang" -> "tháng " + day.minusDays(12).getMonthValue();
            case "quy" -> "quý " + day.get(IsoFields.QUARTER_OF_YEAR);
            case "nam" -> String.valueOf(day.getYear());
            case "tuan" -> String.valueOf(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "dot" -> String.valueOf(dice.between(1, 6));
            case "thua" -> String.valueOf(dice.between(3, 480));
            case "to" -> String.valueOf(dice.between(1, 62));
            default -> fill(dice.any(words.get(slot)), source, day, dice);
        };
    }

    private static String date(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}

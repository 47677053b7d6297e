package vn.lgsp.portal.reorganisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.registry.boundary.ReorganisationStep;

/**
 * Steps as lines of text, one a line: {@code act;sources separated by blanks;target;targetQcvn;name;shortName;kind;parent}. What is missing at the
 * end may be left out.
 */
final class StepLines {
    private static final int PARTS = 8;
    private static final int MOST = 500;

    private StepLines() {}

    /** Steps, and the number of the first line that is none; 0 when all are. */
    record Read(List<ReorganisationStep> steps, int wrong) {}

    /** Reads lines; {@code words} are the names of the acts in the language of the person, in the order of the enum. */
    static Read read(String text, List<String> words) {
        List<ReorganisationStep> steps = new ArrayList<>();
        String[] lines = text == null ? new String[0] : text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            String[] parts = lines[i].split("[;\\t]", -1);
            Optional<ReorganisationAct> act = act(parts[0], words);
            if (act.isEmpty() || parts.length > PARTS || steps.size() >= MOST) {
                return new Read(List.of(), i + 1);
            }
            String[] all = Arrays.copyOf(parts, PARTS);
            steps.add(new ReorganisationStep(
                    act.get(),
                    codes(all[1]),
                    value(all[2]),
                    value(all[3]),
                    value(all[4]),
                    value(all[5]),
                    value(all[6]),
                    value(all[7])));
        }
        return new Read(steps, 0);
    }

    private static Optional<ReorganisationAct> act(String text, List<String> words) {
        String wanted = SearchText.fold(text.strip());
        return Arrays.stream(ReorganisationAct.values())
                .filter(act -> act.name().equalsIgnoreCase(text.strip())
                        || SearchText.fold(words.get(act.ordinal())).equals(wanted))
                .findFirst();
    }

    /** Codes separated by blanks, commas, semicolons or lines. */
    static List<String> codes(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[\\s,;]+"))
                        .filter(code -> !code.isEmpty())
                        .toList();
    }

    static String value(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

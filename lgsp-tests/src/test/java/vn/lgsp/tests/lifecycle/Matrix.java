package vn.lgsp.tests.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lgsp.tests.platform.Repository;

/**
 * The guide docs/guides/lifecycle.md as data: the situations with their states, and for each operation what is answered in which of them. The
 * guide is the only place where it is said.
 */
final class Matrix {
    private static final String AS_BEFORE = "as before";

    private final Map<String, String> stands = new LinkedHashMap<>();
    private final Map<String, String> passing = new LinkedHashMap<>();
    private final Map<String, Map<String, Cell>> cells = new HashMap<>();

    /**
     * What an act comes to.
     *
     * @param answer the status, and the code of a refusal
     * @param after the states of packet, delivery and content afterwards; null where nothing at all changes
     */
    record Cell(String answer, String after) {
        boolean changes() {
            return after != null;
        }
    }

    private Matrix() {}

    static Matrix read() {
        Matrix matrix = new Matrix();
        String heading = "";
        for (String line : lines()) {
            if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ *", "");
            } else if (line.startsWith("| ") && !line.startsWith("| ---")) {
                matrix.row(heading, columns(line));
            }
        }
        return matrix;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Repository.root().resolve("docs/guides/lifecycle.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.substring(1).split("\\|"))
                .map(column -> column.replace("`", "").strip())
                .toList();
    }

    /** Rows of what is not looked at here, their headings too, are left alone. */
    private void row(String heading, List<String> columns) {
        if (heading.equals("Situations") && !columns.get(0).equals("situation")) {
            stands.put(columns.get(0), columns.get(1) + " " + columns.get(2) + " " + columns.get(3));
        } else if (heading.equals("States that pass") && !columns.get(0).equals("state")) {
            passing.put(columns.get(0), columns.get(1));
        } else if (columns.size() == 3 && columns.get(0).matches("\\d{3}.*")) {
            Cell cell = new Cell(columns.get(0), columns.get(1).equals(AS_BEFORE) ? null : columns.get(1));
            String operation = heading.replaceFirst(" — .*", "");
            for (String situation : columns.get(2).split(",")) {
                Cell twice = cells.computeIfAbsent(operation, none -> new HashMap<>())
                        .put(situation.strip(), cell);
                assertThat(twice)
                        .as("%s in %s is said twice", operation, situation)
                        .isNull();
            }
        }
    }

    /** The states of packet, delivery and content in every situation, by its name. */
    Map<String, String> stands() {
        return stands;
    }

    /** The states that nobody can find a packet in, with the reason, as {@code packet requested}. */
    Map<String, String> passing() {
        return passing;
    }

    /** The states of packet, delivery and content to which acts lead. */
    Set<String> afterwards() {
        return cells.values().stream()
                .flatMap(row -> row.values().stream())
                .filter(Cell::changes)
                .map(Cell::after)
                .collect(Collectors.toSet());
    }

    /** Null where the guide says nothing. */
    Cell cell(Act act, Situation situation) {
        return cells.getOrDefault(act.code(), Map.of()).get(situation.code());
    }

    /** What the guide says of operations or situations that there are none of. */
    List<String> unknown(List<String> acts, List<String> situations) {
        List<String> unknown = new ArrayList<>();
        cells.forEach((act, row) -> {
            if (!acts.contains(act)) {
                unknown.add(act);
            }
            row.keySet().stream()
                    .filter(situation -> !situations.contains(situation))
                    .forEach(situation -> unknown.add(act + " in " + situation));
        });
        return unknown;
    }
}

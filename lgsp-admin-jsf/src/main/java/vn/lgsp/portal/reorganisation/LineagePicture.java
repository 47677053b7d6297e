package vn.lgsp.portal.reorganisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.registry.boundary.LineageLink;

/**
 * Where agencies came from and what became of them, drawn from left to right: a column for each generation.
 *
 * @param boxes one for each code
 * @param lines from what ended to what came in its place
 * @param width of the picture
 * @param height of the picture
 * @param links the same, for the table
 */
public record LineagePicture(List<Box> boxes, List<Line> lines, int width, int height, List<LineageLink> links) {
    private static final int BOX_WIDTH = 230;
    private static final int BOX_HEIGHT = 56;
    private static final int GAP_X = 90;
    private static final int GAP_Y = 18;
    private static final int MARGIN = 8;
    private static final int PADDING = 12;
    private static final int LONGEST = 28;

    /** A code with the agency that has or had it; {@code shown} is the name as far as it fits. */
    public record Box(int x, int y, String name, String shown, String code, boolean own) {
        public int width() {
            return BOX_WIDTH;
        }

        public int height() {
            return BOX_HEIGHT;
        }

        public int textX() {
            return x + PADDING;
        }

        public int nameY() {
            return y + 23;
        }

        public int codeY() {
            return y + 42;
        }
    }

    /** A curve, as SVG writes it. */
    public record Line(String path) {}

    /** Lays the links out; {@code own} is the agency whose boxes stand out, null for none. */
    static LineagePicture of(List<LineageLink> links, UUID own) {
        Map<String, Integer> generations = generations(links);
        Map<Integer, Integer> filled = new HashMap<>();
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (LineageLink link : links) {
            place(
                    boxes,
                    filled,
                    generations,
                    link.fromCode(),
                    link.fromName(),
                    link.fromAgency().equals(own));
            place(
                    boxes,
                    filled,
                    generations,
                    link.toCode(),
                    link.toName(),
                    link.toAgency().equals(own));
        }
        List<Line> lines = new ArrayList<>();
        for (LineageLink link : links) {
            lines.add(line(boxes.get(link.fromCode()), boxes.get(link.toCode())));
        }
        int columns =
                generations.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        int rows = filled.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new LineagePicture(
                List.copyOf(boxes.values()),
                lines,
                2 * MARGIN + columns * (BOX_WIDTH + GAP_X) - GAP_X,
                2 * MARGIN + rows * (BOX_HEIGHT + GAP_Y) - GAP_Y,
                links);
    }

    /** The column of each code: right of everything it came from. Links are given oldest first, so a few rounds settle it. */
    private static Map<String, Integer> generations(List<LineageLink> links) {
        Map<String, Integer> generations = new LinkedHashMap<>();
        boolean moved = true;
        for (int round = 0; moved && round < links.size() + 1; round++) {
            moved = false;
            for (LineageLink link : links) {
                int from = generations.computeIfAbsent(link.fromCode(), code -> 0);
                if (generations.getOrDefault(link.toCode(), 0) < from + 1 && from < links.size()) {
                    generations.put(link.toCode(), from + 1);
                    moved = true;
                }
            }
        }
        return generations;
    }

    private static void place(
            Map<String, Box> boxes,
            Map<Integer, Integer> filled,
            Map<String, Integer> generations,
            String code,
            String name,
            boolean own) {
        if (boxes.containsKey(code)) {
            return;
        }
        int column = generations.getOrDefault(code, 0);
        int row = filled.merge(column, 1, Integer::sum) - 1;
        String shown =
                name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
        boxes.put(
                code,
                new Box(
                        MARGIN + column * (BOX_WIDTH + GAP_X),
                        MARGIN + row * (BOX_HEIGHT + GAP_Y),
                        name,
                        shown,
                        code,
                        own));
    }

    private static Line line(Box from, Box to) {
        int x1 = from.x() + BOX_WIDTH;
        int y1 = from.y() + BOX_HEIGHT / 2;
        int y2 = to.y() + BOX_HEIGHT / 2;
        int middle = (x1 + to.x()) / 2;
        return new Line(
                "M" + x1 + " " + y1 + "C" + middle + " " + y1 + " " + middle + " " + y2 + " " + to.x() + " " + y2);
    }

    /** Whether there is nothing to draw. */
    public boolean blank() {
        return links.isEmpty();
    }
}

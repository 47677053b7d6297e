package vn.lgsp.portal.types;

import java.util.ArrayList;
import java.util.List;

/** What became of the lines of a text: the longest common run of lines stays, bounded in time by the size that is compared. */
final class LineDiff {
    private static final int MOST_CELLS = 4_000_000;

    private LineDiff() {}

    /** A line with what became of it: {@code same}, {@code gone} or {@code added}. */
    public record Line(String text, String change) {
        /** A line that stayed. */
        public boolean same() {
            return change.equals("same");
        }
    }

    static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, old.subList(0, head), "same");
        middle(lines, old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
        add(lines, old.subList(old.size() - tail, old.size()), "same");
        return lines;
    }

    private static void middle(List<Line> lines, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST_CELLS) {
            add(lines, old, "gone");
            add(lines, now, "added");
            return;
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                lines.add(new Line(old.get(i++), "same"));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(old.get(i++), "gone"));
            } else {
                lines.add(new Line(now.get(j++), "added"));
            }
        }
        add(lines, old.subList(i, old.size()), "gone");
        add(lines, now.subList(j, now.size()), "added");
    }

    private static void add(List<Line> lines, List<String> texts, String change) {
        texts.forEach(text -> lines.add(new Line(text, change)));
    }
}

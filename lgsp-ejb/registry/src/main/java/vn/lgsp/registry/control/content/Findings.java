package vn.lgsp.registry.control.content;

import java.util.ArrayList;
import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;

/** What was found wrong so far, at most as many as are told; for one thread. */
public final class Findings {
    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_PATH = 500;

    private final List<Violation> found = new ArrayList<>();
    private String file;

    /** What is found from now on is in this file; null for none. */
    public Findings in(String name) {
        file = name;
        return this;
    }

    /** Notes a place at fault; path and detail may be null. What is found beyond the most is left out. */
    void add(String reason, int line, int column, String path, String detail) {
        if (!full()) {
            found.add(new Violation(
                    file,
                    Math.max(line, 0),
                    Math.max(column, 0),
                    cut(path, LONGEST_PATH),
                    reason,
                    cut(detail, LONGEST_DETAIL)));
        }
    }

    /** Notes something that has no place in a document. */
    public void add(String reason, String detail) {
        add(reason, 0, 0, null, detail);
    }

    /** Whether there is no room for more. */
    public boolean full() {
        return found.size() >= Limits.MOST_VIOLATIONS;
    }

    /** Whether nothing was found. */
    public boolean none() {
        return found.isEmpty();
    }

    /** All of it, in the order in which it was found. */
    public List<Violation> all() {
        return List.copyOf(found);
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most) + "…";
    }
}

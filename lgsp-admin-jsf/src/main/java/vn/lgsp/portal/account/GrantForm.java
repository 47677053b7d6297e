package vn.lgsp.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.lgsp.model.account.Role;
import vn.lgsp.sso.boundary.NewGrant;

/** The rows of a form in which roles are given: each a role and the agency where it counts. A row without a role gives nothing. */
final class GrantForm {
    private static final int MOST = 20;
    private static final int SPARE = 2;

    private GrantForm() {}

    /** One row; its number tells its fields apart. */
    public record Row(int number, String role, String place) {
        public String roleName() {
            return "vai-tro-" + number;
        }

        public String placeName() {
            return "noi-" + number;
        }
    }

    /** The rows as they were sent; those given when nothing was. */
    static List<Row> rows(HttpServletRequest request, List<Row> otherwise) {
        return request.getParameter("vai-tro-0") == null
                ? otherwise
                : IntStream.range(0, MOST)
                        .filter(i -> request.getParameter("vai-tro-" + i) != null)
                        .mapToObj(i -> new Row(
                                i, request.getParameter("vai-tro-" + i), text(request.getParameter("noi-" + i))))
                        .toList();
    }

    /** Rows that hold something, and two more to fill in. */
    static List<Row> withSpare(List<Row> filled) {
        List<Row> rows = new ArrayList<>(filled);
        for (int i = 0; i < SPARE && rows.size() < MOST; i++) {
            rows.add(new Row(rows.size(), "", ""));
        }
        return rows;
    }

    /**
     * The roles to give.
     *
     * @param home the agency where a role counts when the row names none
     */
    static List<NewGrant> grants(List<Row> rows, String home) {
        return rows.stream()
                .filter(row -> row.role() != null && !row.role().isEmpty())
                .map(row -> new NewGrant(role(row.role()), row.place().isEmpty() ? home : row.place()))
                .toList();
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}

package vn.lgsp.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** Made-up agencies of a whole country, the same each time: provinces with departments, districts, communes and their units. */
final class Names {
    private static final List<String> FIRST = List.of(
            "An", "Bình", "Cẩm", "Châu", "Chí", "Đại", "Đông", "Đức", "Gia", "Hà", "Hải", "Hòa", "Hồng", "Hùng", "Hưng",
            "Kim", "Lạc", "Lai", "Liên", "Long", "Minh", "Nam", "Nghĩa", "Ngọc", "Nhân", "Ninh", "Phú", "Phúc", "Quang",
            "Quảng", "Sơn", "Tam", "Tân", "Thái", "Thanh", "Thành", "Thạnh", "Thiện", "Thuận", "Tiên", "Trung", "Tuấn",
            "Văn", "Việt", "Vĩnh", "Xuân", "Yên");
    private static final List<String> SECOND = List.of(
            "An", "Bảo", "Bình", "Chính", "Cường", "Dân", "Đạo", "Định", "Giang", "Hà", "Hải", "Hậu", "Hiệp", "Hòa",
            "Hội", "Hưng", "Khánh", "Khê", "Lâm", "Lập", "Lộc", "Lợi", "Long", "Lương", "Mỹ", "Nghĩa", "Phong", "Phú",
            "Phương", "Quang", "Sơn", "Tâm", "Tân", "Thắng", "Thành", "Thịnh", "Thọ", "Thủy", "Tiến", "Trạch", "Trung",
            "Tường", "Vân", "Việt", "Xá", "Xuyên");
    private static final List<String> DEPARTMENTS = List.of(
            "Sở Nội vụ",
            "Sở Tư pháp",
            "Sở Tài chính",
            "Sở Công Thương",
            "Sở Y tế",
            "Sở Xây dựng",
            "Sở Giáo dục và Đào tạo",
            "Sở Khoa học và Công nghệ",
            "Sở Thông tin và Truyền thông",
            "Sở Tài nguyên và Môi trường",
            "Sở Giao thông vận tải",
            "Sở Kế hoạch và Đầu tư",
            "Sở Nông nghiệp và Phát triển nông thôn",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Lao động - Thương binh và Xã hội",
            "Văn phòng Ủy ban nhân dân tỉnh",
            "Thanh tra tỉnh");
    private static final List<String> UNITS = List.of(
            "Phòng Tổ chức - Hành chính",
            "Phòng Kế hoạch - Tài chính",
            "Thanh tra",
            "Chi cục Văn thư - Lưu trữ",
            "Trung tâm Công nghệ thông tin",
            "Trường Trung học phổ thông",
            "Trạm Y tế",
            "Trung tâm Hành chính công",
            "Phòng Tư pháp",
            "Ban Quản lý dự án");
    private static final String LETTERS = "IJKLMNOPQ";

    private final SplittableRandom random = new SplittableRandom(20200722);
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final int wanted;

    private Names(int wanted) {
        this.wanted = wanted;
    }

    /** So many rows as an import takes them, those above first. */
    static List<Map<String, Object>> rows(int count, String top) {
        Names names = new Names(count);
        for (int province = 0; names.rows.size() < count; province++) {
            names.province(LETTERS.charAt(province / 99) + "%02d".formatted(province % 99 + 1), top);
        }
        return names.rows;
    }

    private void province(String code, String top) {
        String name = place();
        row(code, "Ủy ban nhân dân tỉnh " + name, top);
        for (int i = 0; i < DEPARTMENTS.size(); i++) {
            String department = code + ".%02d".formatted(i + 1);
            row(department, DEPARTMENTS.get(i), code);
            units(department, 6, "");
        }
        for (int district = 30; district < 42; district++) {
            String below = code + ".%02d".formatted(district);
            String called = place();
            row(below, "Ủy ban nhân dân huyện " + called, code);
            for (int commune = 1; commune <= 25; commune++) {
                String last = below + ".%02d".formatted(commune);
                String village = place();
                row(last, "Ủy ban nhân dân xã " + village + ", huyện " + called, below);
                units(last, 4, " xã " + village);
            }
        }
    }

    private void units(String above, int count, String suffix) {
        for (int i = 1; i <= count; i++) {
            row(above + ".%03d".formatted(i), UNITS.get(random.nextInt(UNITS.size())) + suffix + " " + place(), above);
        }
    }

    private String place() {
        return FIRST.get(random.nextInt(FIRST.size())) + " " + SECOND.get(random.nextInt(SECOND.size()));
    }

    private void row(String code, String name, String parent) {
        if (rows.size() < wanted) {
            rows.add(Map.of("position", rows.size() + 1, "code", code, "name", name, "parent", parent));
        }
    }

    /** What people type: beginnings of names letter by letter, whole names without accents, initials, codes; told with its kind. */
    static void queries(List<Map<String, Object>> rows, int count, BiConsumer<String, String> query) {
        SplittableRandom random = new SplittableRandom(20250701);
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = rows.get(random.nextInt(rows.size()));
            String name = (String) row.get("name");
            switch (i % 5) {
                case 0 -> query.accept("gõ dở", name.substring(0, 3 + random.nextInt(name.length() - 3)));
                case 1 -> query.accept("không dấu", vn.lgsp.model.SearchText.fold(name));
                case 2 -> query.accept("mã", (String) row.get("code"));
                case 3 ->
                    query.accept(
                            "từ thường gặp",
                            List.of("ubnd", "sở", "phòng", "xã", "ubnd xã", "trung tâm")
                                    .get(random.nextInt(6)));
                default ->
                    query.accept(
                            "viết tắt",
                            List.of("stttt", "skhcn", "sgddt", "stnmt", "snnptnt")
                                    .get(random.nextInt(5)));
            }
        }
    }
}

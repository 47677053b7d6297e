package vn.lgsp.tests.bench;

import java.util.ArrayList;
import java.util.List;

/** What is measured: each kind of filter of the list of packets, alone and together, common and rare; deep pages; statistics; journeys. */
final class Probes {
    private static final int LIST = 400;
    private static final int PAGE = 300;
    private static final String YEAR = "ky=365d";
    private static final String PACKETS = "/portal/goi-tin?";

    private final Store store;
    private final List<Probe> probes = new ArrayList<>();

    private Probes(Store store) {
        this.store = store;
    }

    /** Those that make sense on an empty database as well. */
    static List<Probe> pages(Store store) {
        Probes all = new Probes(store);
        all.lists();
        all.agencies();
        all.texts();
        all.statistics();
        return all.probes;
    }

    /** Those that need packets: deep pages and journeys. */
    static List<Probe> packets(Store store) {
        Probes all = new Probes(store);
        all.deep();
        return all.probes;
    }

    private void lists() {
        list("24 giờ qua", "");
        list("30 ngày", "ky=30d");
        list("một năm", YEAR);
        list("một năm, trạng thái thường gặp", YEAR + "&trang-thai=DELIVERED");
        list("một năm, trạng thái ít gặp (không giao được)", YEAR + "&trang-thai=UNDELIVERED");
        list("một năm, trạng thái rất hiếm (sai toàn vẹn)", YEAR + "&trang-thai=QUARANTINED");
        list("một năm, đang chạy", YEAR + "&trang-thai=PLANNED");
        list("một năm, khẩn", YEAR + "&do-khan=urgent");
        list("một năm, hỏa tốc hẹn giờ", YEAR + "&do-khan=flash-scheduled");
        list("một năm, loại thường gặp", YEAR + "&loai=edoc");
        list("một năm, loại hiếm", YEAR + "&loai=khi-tuong");
        list("một năm, hỏa tốc và không giao được", YEAR + "&do-khan=flash&trang-thai=UNDELIVERED");
    }

    private void agencies() {
        String first = agency("sends", 1);
        String middle = agency("sends", 60);
        String last = agency("receives", 456);
        list("một năm, đơn vị lớn nhất", YEAR + "&don-vi=" + first);
        list("một năm, đơn vị vừa", YEAR + "&don-vi=" + middle);
        list("một năm, đơn vị ít gói nhất", YEAR + "&don-vi=" + last);
        list("một năm, đơn vị vừa gửi", YEAR + "&huong=SENT&don-vi=" + middle);
        list("một năm, đơn vị lớn nhất nhận", YEAR + "&huong=RECEIVED&don-vi=" + first);
        list("một năm, đơn vị lớn nhất, sai toàn vẹn", YEAR + "&trang-thai=QUARANTINED&don-vi=" + first);
        list("một năm, đơn vị lớn nhất, đã hủy", YEAR + "&trang-thai=CANCELLED&don-vi=" + first);
        list("một năm, đơn vị ít gói nhất, hỏa tốc", YEAR + "&do-khan=flash&don-vi=" + last);
        own("một năm, tài khoản một đơn vị", YEAR);
        own("một năm, tài khoản một đơn vị, không giao được", YEAR + "&trang-thai=UNDELIVERED");
        own("một năm, tài khoản một đơn vị, với đơn vị lớn nhất", YEAR + "&don-vi=" + first);
    }

    private void texts() {
        text("cụm từ rất thường gặp", "văn", "");
        text("cụm từ thường gặp", "giải phóng mặt bằng", "");
        text("số và ký hiệu, vài gói", "so 1234/qd-ubnd", "");
        text("không có trong tiêu đề nào", "xyzt không có", "");
        text("thường gặp, trong đơn vị vừa", "chuyen doi so", "&don-vi=" + agency("sends", 60));
        text("thường gặp, không giao được", "chuyển đổi số", "&trang-thai=UNDELIVERED");
    }

    private void statistics() {
        probes.add(new Probe("bảng điều khiển, vận hành", "vanhanh", "/portal/", PAGE));
        probes.add(new Probe("bảng điều khiển, một đơn vị", "donvi", "/portal/", PAGE));
        probes.add(new Probe("bảng điều khiển, lãnh đạo", "lanhdao", "/portal/", PAGE));
        probes.add(new Probe("bảng điều khiển, kiểm toán", "kiemtoan", "/portal/", PAGE));
    }

    private void deep() {
        String middle = store.text(
                "select id from packet where id < uuid_at(now() - interval '180 days') order by id desc limit 1");
        String last = store.text("select id from packet order by id offset 30 limit 1");
        list("trang giữa năm", YEAR + "&truoc=" + middle);
        list("trang cuối cùng", YEAR + "&truoc=" + last);
        list("trang giữa năm, đơn vị lớn nhất", YEAR + "&don-vi=" + agency("sends", 1) + "&truoc=" + middle);
        list("trang giữa năm, không giao được", YEAR + "&trang-thai=UNDELIVERED&truoc=" + middle);
        String recent = store.text("select id from packet where state = 'PLANNED' order by id desc limit 1");
        list("một mã gói tin", "q=" + middle);
        probes.add(new Probe("hành trình một gói tin", "vanhanh", "/portal/goi-tin/chi-tiet?ma=" + recent, PAGE));
    }

    private void text(String what, String words, String more) {
        list("một năm, tiêu đề: " + what, YEAR + "&q=" + Visitor.encode(words) + more);
    }

    private void list(String what, String query) {
        probes.add(new Probe("gói tin, " + what, "vanhanh", PACKETS + query, LIST));
    }

    private void own(String what, String query) {
        probes.add(new Probe("gói tin, " + what, "donvi", PACKETS + query, LIST));
    }

    private String agency(String side, int rank) {
        return store.text(
                "select a.code from bench.party p join agency a on a.id = p.agency_id where p." + side + " = " + rank);
    }
}

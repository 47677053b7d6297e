package vn.lgsp.reporting.boundary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.Staff;

/** A person, a table of every kind of column, and an export of some rows. */
final class ExportsFixture {
    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    static final Staff STAFF =
            new Staff(UUID.randomUUID(), "vanhanh", "Nguyễn Thị Vận Hành", UUID.randomUUID(), Set.of());
    static final ExportTable TABLE = new ExportTable(
            "Gói tin",
            "Khoảng thời gian: 24 giờ qua; Trạng thái: Đã hủy",
            List.of(
                    new ExportColumn("Tiêu đề", ExportColumn.Kind.TEXT),
                    new ExportColumn("Số lần", ExportColumn.Kind.NUMBER),
                    new ExportColumn("Dung lượng", ExportColumn.Kind.BYTES),
                    new ExportColumn("Tạo lúc", ExportColumn.Kind.TIME),
                    new ExportColumn("Ngày", ExportColumn.Kind.DATE),
                    new ExportColumn("Thời gian giao", ExportColumn.Kind.DURATION)),
            VIETNAMESE);

    private ExportsFixture() {}

    /** A row with a title only. */
    static List<Object> titled(String title) {
        return Arrays.asList(title, null, null, null, null, null);
    }

    static byte[] export(ExportFormat format, List<?>... rows) throws IOException {
        return export(
                format, TABLE, Stream.of(rows).<List<Object>>map(ArrayList::new).toList());
    }

    static byte[] export(ExportFormat format, ExportTable table, List<List<Object>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Exports().write(STAFF, format, table, rows.iterator(), out);
        return out.toByteArray();
    }
}

package vn.lgsp.client.sample;

import java.util.List;

/** The main document: an official letter laid out after Nghị định 30/2020/NĐ-CP, marked as a sample. */
final class SampleLetter {

    private static final double LEFT = 85;
    private static final double WIDTH = 453;
    private static final double SIZE = 13;
    private static final double LEFT_COLUMN = 168;
    private static final double RIGHT_COLUMN = 405;

    private SampleLetter() {}

    static byte[] pdf() {
        PdfPage page = new PdfPage();
        heading(page);
        page.left("Kính gửi: Ủy ban nhân dân thành phố Hải Dương", 155, 650, TimesFont.BOLD, SIZE + 0.5);
        double line = 615;
        for (String paragraph : paragraphs()) {
            line = page.paragraph(paragraph, LEFT, line, WIDTH, SIZE);
        }
        signature(page, line - 10);
        page.rule(LEFT, LEFT + WIDTH, 70);
        page.centre(
                "VĂN BẢN MẪU của bộ phần mềm LGSP: mã định danh và số liệu được dựng để trình diễn, không có giá trị hành chính.",
                LEFT + WIDTH / 2,
                55,
                TimesFont.ROMAN,
                9);
        return PdfFile.of(SampleDocument.SUBJECT, List.of(page));
    }

    private static void heading(PdfPage page) {
        page.centre("UBND TỈNH HẢI DƯƠNG", LEFT_COLUMN, 780, TimesFont.ROMAN, 12);
        page.centre("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", LEFT_COLUMN, 764, TimesFont.BOLD, 11);
        page.rule(LEFT_COLUMN - 40, LEFT_COLUMN + 40, 756);
        page.centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", RIGHT_COLUMN, 780, TimesFont.BOLD, 11.5);
        page.centre("Độc lập - Tự do - Hạnh phúc", RIGHT_COLUMN, 764, TimesFont.BOLD, 12.5);
        page.rule(RIGHT_COLUMN - 78, RIGHT_COLUMN + 78, 756);
        page.centre("Số: 86/STTTT-CNTT", LEFT_COLUMN, 733, TimesFont.ROMAN, SIZE);
        page.centre("Hải Dương, ngày 12 tháng 6 năm 2024", RIGHT_COLUMN, 733, TimesFont.ROMAN, SIZE);
        page.centre("V/v thử nghiệm gửi, nhận văn bản", LEFT_COLUMN, 714, TimesFont.ROMAN, 11.5);
        page.centre("điện tử qua nền tảng tích hợp,", LEFT_COLUMN, 700, TimesFont.ROMAN, 11.5);
        page.centre("chia sẻ dữ liệu của tỉnh", LEFT_COLUMN, 686, TimesFont.ROMAN, 11.5);
    }

    private static List<String> paragraphs() {
        return List.of(
                "Để chuẩn bị đưa nền tảng tích hợp, chia sẻ dữ liệu của tỉnh vào sử dụng, Sở Thông tin và Truyền thông đề nghị"
                        + " Ủy ban nhân dân thành phố phối hợp thử nghiệm việc gửi, nhận văn bản điện tử theo các bước sau:",
                "1. Kết nối phần mềm quản lý văn bản của thành phố với nền tảng bằng cặp khóa đã được cấp; kiểm tra đồng hồ"
                        + " của máy chủ lệch không quá năm phút so với đồng hồ của nền tảng.",
                "2. Mở phiên làm việc, tiếp nhận gói tin này, đối chiếu mã băm của nội dung và gửi xác nhận đã nhận. Sau khi"
                        + " xác nhận, nền tảng hủy khóa và xóa nội dung gói tin; bên gửi chỉ còn thấy biên nhận.",
                "3. Kiểm tra phụ lục kèm theo (số liệu kết nối theo giờ, tệp CSV) mở được và hiển thị đúng tiếng Việt có dấu:"
                        + " ă â đ ê ô ơ ư, ấ ầ ẩ ẫ ậ, ắ ằ ẳ ẵ ặ, ế ề ể ễ ệ, ố ồ ổ ỗ ộ, ớ ờ ở ỡ ợ, ứ ừ ử ữ ự, ý ỳ ỷ ỹ ỵ.",
                "Kết quả thử nghiệm đề nghị gửi về Sở Thông tin và Truyền thông trước ngày 28 tháng 6 năm 2024 để tổng hợp.",
                "Sở Thông tin và Truyền thông trân trọng đề nghị quý cơ quan quan tâm phối hợp./.");
    }

    private static void signature(PdfPage page, double top) {
        page.left("Nơi nhận:", LEFT, top, TimesFont.BOLD, 11.5);
        page.left("- Như trên;", LEFT, top - 15, TimesFont.ROMAN, 11);
        page.left("- Lưu: VT, CNTT.", LEFT, top - 29, TimesFont.ROMAN, 11);
        page.centre("KT. GIÁM ĐỐC", RIGHT_COLUMN, top, TimesFont.BOLD, SIZE);
        page.centre("PHÓ GIÁM ĐỐC", RIGHT_COLUMN, top - 17, TimesFont.BOLD, SIZE);
        page.centre("(mẫu, không ký)", RIGHT_COLUMN, top - 52, TimesFont.ROMAN, 11.5);
        page.centre("Nguyễn Văn Mẫu", RIGHT_COLUMN, top - 88, TimesFont.BOLD, SIZE);
    }
}

package vn.lgsp.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.boundary.ReorganisationEvent;
import vn.lgsp.registry.boundary.ReorganisationHeir.Subject;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationImpact.Change;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationThing;
import vn.lgsp.registry.boundary.ReorganisationView;

class DecisionPdfTest {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Instant THEN = Instant.parse("2026-11-26T02:05:06Z");
    private static final String SHA = "0123456789abcdef".repeat(4);

    private static final List<Change> CHANGES = List.of(
            new Change(
                    UUID.randomUUID(),
                    "MERGED",
                    new ReorganisationImpact.State("Xã Đoàn Thượng", "H23.31.21", "Huyện Gia Lộc"),
                    null,
                    List.of("H23.101 Xã Gia Phúc")),
            new Change(
                    null,
                    "CREATED",
                    null,
                    new ReorganisationImpact.State("Xã Gia Phúc", "H23.101", "Tỉnh Hải Dương"),
                    List.of()));

    private static ReorganisationView request(ReorganisationState state, Instant applied) {
        return new ReorganisationView(
                UUID.randomUUID(),
                "DN-2026-000012",
                "Sắp xếp đơn vị hành chính cấp xã",
                state,
                List.of(ReorganisationAct.MERGE),
                UUID.randomUUID(),
                "000.00.00.H23",
                "Ủy ban nhân dân tỉnh Hải Dương",
                "12/QĐ-UBND",
                LocalDate.of(2026, 11, 1),
                Instant.parse("2026-11-25T17:00:00Z"),
                30,
                UUID.randomUUID(),
                "Nguyễn Thị Vận Hành",
                "Trần Tiếp Nhận",
                applied == null ? null : "Lê Phê Duyệt",
                THEN,
                THEN,
                applied,
                null,
                List.of(),
                3);
    }

    private static String printed(ReorganisationView request, List<Change> changes, Locale locale) throws IOException {
        DecisionPdf.Dossier dossier = new DecisionPdf.Dossier(
                request,
                List.of(ReorganisationStep.mergeInto(
                        List.of("H23.31.21", "H23.31.22"), "H23.101", null, "Xã Gia Phúc", "Xã", "H23")),
                changes,
                List.of(new ReorganisationThing(
                        Subject.APPLICATION,
                        UUID.randomUUID(),
                        "qlvb-dt – Quản lý văn bản",
                        "H23.31.21",
                        "Xã Đoàn Thượng",
                        true,
                        null,
                        null)),
                List.of(new ReorganisationDocument(
                        UUID.randomUUID(),
                        "quyết định.pdf",
                        "application/pdf",
                        52_400,
                        SHA,
                        "Nguyễn Thị Vận Hành",
                        THEN)),
                List.of(new ReorganisationEvent(
                        UUID.randomUUID(),
                        THEN,
                        "Lê Phê Duyệt",
                        "APPROVE",
                        ReorganisationState.ACCEPTED,
                        ReorganisationState.APPROVED,
                        "Đúng nghị quyết")),
                "Phạm Kiểm Toán",
                THEN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DecisionPdf.write(dossier, locale, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getDocumentInformation().getTitle()).contains("DN-2026-000012");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(locale.toLanguageTag());
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void whatWasDecidedStandsOnPaper() throws IOException {
        String text = printed(request(ReorganisationState.APPLIED, THEN), CHANGES, VIETNAMESE);
        assertThat(text.replaceAll("\\s+", " "))
                .contains("ĐỀ NGHỊ THAY ĐỔI TỔ CHỨC", "Số DN-2026-000012", "Sắp xếp đơn vị hành chính cấp xã")
                .contains("Ủy ban nhân dân tỉnh Hải Dương (000.00.00.H23)", "12/QĐ-UBND – 01/11/2026", "26/11/2026")
                .contains("Nguyễn Thị Vận Hành", "Trần Tiếp Nhận", "Lê Phê Duyệt", "26/11/2026 09:05:06")
                .contains("H23.31.21, H23.31.22", "H23.101", "Xã Gia Phúc – Xã")
                .contains("Trước và sau khi áp dụng", "Xã Đoàn Thượng", "thuộc Huyện Gia Lộc", "H23.101 Xã Gia Phúc")
                .contains("qlvb-dt – Quản lý văn bản", "Kết thúc", "quyết định.pdf", "52,4 kB", "Đúng nghị quyết")
                .contains("Phạm Kiểm Toán", "Trang 1/")
                .doesNotContain("nếu áp dụng lúc in");
        assertThat(text.replaceAll("\\s+", "")).contains(SHA);
    }

    @Test
    void whatIsOnlyAskedForSaysSo() throws IOException {
        String text = printed(request(ReorganisationState.ACCEPTED, null), List.of(), VIETNAMESE);
        assertThat(text)
                .contains("Trước và sau, nếu áp dụng lúc in", "Không có.")
                .doesNotContain("26/11/2026 09:05:07");
        assertThat(text).contains("Người phê duyệt –");
        assertThat(printed(request(ReorganisationState.ACCEPTED, null), CHANGES, Locale.ENGLISH))
                .contains("REQUEST FOR REORGANISATION", "Waits for approval", "Merge", "Xã Đoàn Thượng")
                .doesNotContain("Trước và sau");
    }

    @Test
    void rowsThatAreNotPrintedAreCounted() throws IOException {
        String text = printed(
                request(ReorganisationState.APPLIED, THEN), Collections.nCopies(3_005, CHANGES.get(0)), VIETNAMESE);
        assertThat(text).contains("Còn 5 dòng không in");
    }
}

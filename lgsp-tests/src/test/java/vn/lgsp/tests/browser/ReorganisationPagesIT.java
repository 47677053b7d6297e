package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.OwnTree;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Reorganisations, as those see them who draft and who decide")
class ReorganisationPagesIT {
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    private static final byte[] PDF = "%PDF-1.7 quyết định".getBytes(StandardCharsets.UTF_8);

    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName(
            "drafted section by section, previewed, submitted, accepted, approved by somebody else, carried out, undone")
    void wholeWay() {
        OwnTree tree = OwnTree.enter(platform.database());
        String title = "Sắp xếp trung tâm " + tree.office();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing approver = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page draft = operator.page();
            facts(operator, title, tree);
            steps(operator, tree);
            heirs(operator, tree);
            operator.picture(PICTURES, "reorganisation-steps").assertSound().assertAccessible();
            draft.locator(".tabs").getByText("2. Các bước").click();
            draft.getByText("Xem trước tác động").last().click();
            assertThat(draft.locator("main")).containsText("Kế thừa khác mặc định");
            assertThat(draft.locator("main")).containsText("Mọi bước đều thực hiện được");
            assertThat(draft.locator("main")).containsText("Trung tâm Nhập");
            pictures(operator, "reorganisation-impact");
            draft.getByText("Tiếp tục").click();
            draft.locator("#submit-submit").click();
            assertThat(draft.locator("[role=alert]")).containsText("Ngày hiệu lực");
            draft.locator("#hieu-luc").fill("32/13/2026");
            draft.locator("#day-submit").click();
            assertThat(draft.locator("#hieu-luc-problem")).not().isEmpty();
            draft.locator("#hieu-luc").fill(TODAY);
            draft.locator("#chuyen-tiep").fill("30");
            draft.locator("#day-submit").click();
            assertThat(draft.locator(".notice--done")).containsText("Đã lưu");
            operator.picture(PICTURES, "reorganisation-day").assertSound().assertAccessible();
            draft.locator("#submit-submit").click();
            assertThat(draft.locator("main")).containsText("Chờ tiếp nhận");
            draft.locator("#accept-submit").click();
            assertThat(draft.locator("main")).containsText("Chờ phê duyệt");
            assertThat(draft.locator("#approve-submit")).hasCount(0);
            draft.locator("#comment-text").fill("Đã đối chiếu với quyết định.");
            draft.locator("#comment-submit").click();
            assertThat(draft.locator(".steps")).containsText("Đã đối chiếu");
            decide(approver, title, tree);
            operator.assertSound();
        }
    }

    private void facts(Browsing operator, String title, OwnTree tree) {
        Page page = operator.open("/co-quan/de-nghi").page();
        page.locator("main .title a.button").click();
        page.locator("#ten").fill(title);
        page.locator("#don-vi").fill(tree.office());
        page.locator("#van-ban").fill("12/QĐ-UBND");
        page.locator("#ngay-van-ban").fill("01/11/2026");
        page.locator("#facts-submit").click();
        assertThat(page.locator(".notice--done")).containsText("Đã lưu");
        attach(page, "virus.pdf", new byte[] {1, 2, 3});
        assertThat(page.locator("#file-problem")).containsText("không phải PDF");
        attach(page, "quyết định.pdf", PDF);
        assertThat(page.locator(".papers")).containsText("quyết định.pdf");
        operator.assertSound().assertAccessible();
        pictures(operator, "reorganisation-facts");
    }

    private static void attach(Page page, String name, byte[] content) {
        page.locator("#file").setInputFiles(new FilePayload(name, "application/pdf", content));
        page.locator("#attach-submit").click();
    }

    private static void steps(Browsing operator, OwnTree tree) {
        Page page = operator.page();
        page.locator(".tabs").getByText("2. Các bước").click();
        page.locator("#step-lines").evaluate("field => field.closest('details').open = true");
        page.locator("#step-lines").fill("Bay lên;x");
        page.locator("#lines-submit").click();
        assertThat(page.locator("[role=alert]")).containsText("Dòng 1");
        page.locator("#step-lines").evaluate("field => field.closest('details').open = true");
        page.locator("#step-lines")
                .fill("Đổi tên;" + tree.office() + ";;;Sở thử nghiệm mới;STNM\nĐổi tên;" + tree.unit(1) + ";;;Thừa");
        page.locator("#lines-submit").click();
        assertThat(page.locator(".plan__step")).hasCount(2);
        page.locator(".plan__step").nth(1).locator("input[type=submit]").click();
        assertThat(page.locator(".plan__step")).hasCount(1);
        page.locator(".tabs").getByText("Nhập").click();
        page.locator("#nguon-1").fill(tree.unit(1));
        page.locator("#nguon-2").fill(tree.unit(2));
        page.locator("#cha").fill(tree.office());
        page.locator("#step-propose").click();
        assertThat(page.locator("#dich")).hasValue(tree.unit(3));
        assertThat(page.locator("#nguon-2")).hasValue(tree.unit(2));
        page.locator("#ten-moi").fill("Trung tâm Nhập");
        operator.picture(PICTURES, "reorganisation-step-form");
        page.locator("#step-submit").click();
        assertThat(page.locator(".plan__step")).hasCount(2);
    }

    private void heirs(Browsing operator, OwnTree tree) {
        UUID application = UUID.randomUUID();
        platform.database()
                .update(
                        """
                        insert into application (id, code, name, agency_id, environment, receives, state, sample, created_at)
                        select ?, ?, 'Phần mềm thử kế thừa', id, 'TEST', false, 'ACTIVE', false, now() from agency where code_qd20 = ?
                        """,
                        application,
                        "thu-" + application.toString().substring(0, 13),
                        tree.unit(1));
        Page page = operator.page();
        page.locator(".tabs").getByText("3. Kế thừa").click();
        Locator row = page.locator("tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("Trung tâm Nhập");
        row.locator("a").click();
        page.locator("#heir-give").click();
        assertThat(page.locator("[role=alert]")).containsText("Nhập mã đơn vị kế thừa");
        page.locator("#ke-thua").fill(tree.office());
        page.locator("#heir-give").click();
        assertThat(row).containsText("chọn riêng");
        assertThat(row).containsText("Sở thử nghiệm");
        row.locator("a").click();
        operator.assertSound().assertAccessible();
        pictures(operator, "reorganisation-heirs");
        page.locator("#heir-rule").click();
        assertThat(row).not().containsText("chọn riêng");
        row.locator("a").click();
        page.locator("#heir-end").click();
        assertThat(row).containsText("ngừng hoạt động");
    }

    private void decide(Browsing approver, String title, OwnTree tree) {
        Page page = approver.open("/co-quan/de-nghi?q=" + tree.office()).page();
        pictures(approver, "reorganisation-list");
        page.getByText(title).first().click();
        Download print =
                page.waitForDownload(() -> page.getByText("Tải bản in (PDF)").click());
        org.assertj.core.api.Assertions.assertThat(print.suggestedFilename()).matches("DN-\\d{4}-\\d{6}\\.pdf");
        page.locator("#approve-submit").click();
        Locator main = page.locator("main");
        assertThat(main).containsText("Hoàn tất", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        page.reload();
        assertThat(page.locator("svg.lineage rect")).hasCount(3);
        approver.assertSound().assertAccessible();
        pictures(approver, "reorganisation-applied");
        page.locator("#undo-danger summary").click();
        page.locator("#undo-reason").fill("nhập nhầm");
        page.locator("#undo-submit").click();
        assertThat(main).containsText("Đã hoàn tác");
        assertThat(page.locator(".steps")).containsText("nhập nhầm");
        approver.assertSound().assertAccessible();
    }

    @Test
    @DisplayName("nobody drafts who may not, and a stranger's request is not found")
    void refusals() {
        try (Browsing auditor = Browsing.at(platform.base()).signIn("kiemtoan")) {
            Page page = auditor.page();
            org.assertj.core.api.Assertions.assertThat(page.navigate(platform.base() + "/portal/co-quan/de-nghi/soan")
                            .status())
                    .isEqualTo(403);
            org.assertj.core.api.Assertions.assertThat(page.navigate(platform.base()
                                    + "/portal/co-quan/de-nghi/chi-tiet?ma=00000000-0000-7000-8000-000000000000")
                            .status())
                    .isEqualTo(404);
            org.assertj.core.api.Assertions.assertThat(page.request()
                            .get(platform.base() + "/portal/tep/de-nghi/ban-in?ma=00000000-0000-7000-8000-000000000000")
                            .status())
                    .isEqualTo(404);
            org.assertj.core.api.Assertions.assertThat(page.request()
                            .get(platform.base() + "/portal/tep/de-nghi?ma=x&tep=y")
                            .status())
                    .isEqualTo(404);
        }
    }

    /** Light, and as on a telephone. */
    private static void pictures(Browsing browsing, String name) {
        browsing.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        browsing.picture(PICTURES, name + "-light");
        browsing.page().setViewportSize(390, 844);
        browsing.assertNoSidewaysScroll().picture(PICTURES, name + "-narrow");
        browsing.page().setViewportSize(1280, 900);
    }
}

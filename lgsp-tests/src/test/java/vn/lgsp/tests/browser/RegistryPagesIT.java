package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.OwnTree;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Pages of the registry: lists from outside, contacts, codes, tokens")
class RegistryPagesIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final double PATIENT = 30_000;

    private final PlatformProcess platform = SharedPlatform.get();

    private static void upload(Page page, String text) {
        upload(page, "danh-sach.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void upload(Page page, String name, String mediaType, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload(name, mediaType, file));
        page.locator("form[enctype] button[type=submit]").click();
    }

    @Test
    @DisplayName(
            "a file is checked row by row, entered when told to, and a file that is none is refused with its reason")
    void list() {
        OwnTree tree = OwnTree.enter(platform.database());
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.open("/co-quan/nhap").page();
            upload(page, "không phải danh sách\n");
            assertThat(page.locator("[role=alert]").first()).containsText("Không đọc được tệp");
            upload(
                    page,
                    "code;name;parent\n" + tree.office() + ".91;Phòng Nhập Thử;" + tree.office() + "\nsai..mã;Sai mã;"
                            + tree.office() + "\n");
            assertThat(page.locator("#list"))
                    .containsText("Chờ nhập", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENT));
            assertThat(page.locator("#list")).containsText("mã có ký tự không hợp lệ");
            browsing.assertSound().assertAccessible();
            page.locator("#run-submit").click();
            assertThat(page.locator("#list"))
                    .containsText("Đã xong", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENT));
            browsing.open("/co-quan/chi-tiet?ma=" + tree.office() + ".91").assertSound();
            assertThat(page.locator("h1")).containsText("Phòng Nhập Thử");
        }
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            browsing.open("/co-quan/nhap");
            assertThat(browsing.page().locator("#file")).hasCount(0);
        }
    }

    @Test
    @DisplayName(
            "what the list of agencies gives out as a workbook is read again and changes nothing; a form to fill in; what is no workbook")
    void workbook() {
        OwnTree tree = OwnTree.enter(platform.database());
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.open("/co-quan?don-vi=" + tree.office()).page();
            browsing.assertSound().assertAccessible();
            page.locator("#entered-menu summary").click();
            String xlsx = page.locator("#entered-menu a").first().getAttribute("href");
            byte[] book = page.context().request().get(platform.base() + xlsx).body();
            browsing.open("/co-quan/nhap");
            upload(page, "don-vi.xlsx", XLSX, book);
            assertThat(page.locator("#list"))
                    .containsText("Chờ nhập", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENT));
            assertThat(page.locator("#list")).containsText("Không có vấn đề nào.");
            assertThat(page.locator("#run-submit")).hasCount(0);
            browsing.open("/co-quan/nhap");
            upload(page, "don-vi.xlsx", XLSX, "code,name\n".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("[role=alert]").first()).containsText("Không đọc được tệp");
            byte[] form = page.context()
                    .request()
                    .get(platform.base() + "/portal/tep/don-vi?dang=xlsx")
                    .body();
            upload(page, "mau.xlsx", XLSX, form);
            assertThat(page.locator("[role=alert]").first()).containsText("Không đọc được tệp");
            browsing.open("/co-quan?trang-thai=CLOSED");
            assertThat(page.locator("#entered-menu")).hasCount(0);
            int status = page.context()
                    .request()
                    .get(platform.base() + "/portal/tep/don-vi/xuat?dang=csv&trang-thai=CLOSED")
                    .status();
            org.assertj.core.api.Assertions.assertThat(status).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("a contact is changed; a code gets an alias and loses it")
    void contactAndAlias() {
        OwnTree tree = OwnTree.enter(platform.database());
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.open("/co-quan/sua?ma=" + tree.unit(1)).page();
            page.locator("#thu").fill("không phải thư");
            page.locator("#edit-submit").click();
            assertThat(page.locator("#thu-problem")).not().isEmpty();
            page.locator("#thu").fill("vanthu@vi-du.gov.vn");
            page.locator("#edit-submit").click();
            assertThat(page.locator("main")).containsText("vanthu@vi-du.gov.vn");
            String alias = "BI.DANH." + System.nanoTime() % 1_000_000_000;
            browsing.open("/ma-dinh-danh/chi-tiet?ma=" + tree.unit(1));
            page.locator("#bi-danh").fill(alias);
            page.locator("#alias-submit").click();
            assertThat(page.locator(".sessions")).containsText(alias);
            browsing.open("/ma-dinh-danh/chi-tiet?ma=" + alias).assertSound();
            page.locator(".sessions input[type=submit]").first().click();
            assertThat(page.locator(".sessions")).not().containsText(alias);
        }
    }

    @Test
    @DisplayName("a personal token is shown once and withdrawn")
    void token() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("tichhop")) {
            Page page = browsing.open("/tai-khoan/token").page();
            String name = "thử " + System.nanoTime();
            page.locator("#ten").fill(name);
            page.locator("#make-submit").click();
            assertThat(page.locator("#secret")).containsText("lgsp_pat_");
            browsing.open("/tai-khoan/token");
            assertThat(page.locator("#secret")).hasCount(0);
            page.locator("li", new Page.LocatorOptions().setHasText(name))
                    .locator("input[type=submit]")
                    .click();
            assertThat(page.locator(".sessions")).not().containsText(name);
        }
    }
}

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
    private static final double PATIENT = 30_000;

    private final PlatformProcess platform = SharedPlatform.get();

    private static void upload(Page page, String text) {
        page.locator("#file")
                .setInputFiles(new FilePayload("danh-sach.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
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

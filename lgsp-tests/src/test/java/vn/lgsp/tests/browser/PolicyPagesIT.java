package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Policies of exchange, as staff look after them")
class PolicyPagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName("drafted from a template, tried out, published by somebody else, assigned to a type of data")
    void life() {
        String type = new Province(platform).dataType(1_000);
        String code = "trang-" + UUID.randomUUID().toString().substring(0, 13);
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing approver = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page page = operator.open("/chinh-sach").page();
            page.locator("main a", new Page.LocatorOptions().setHasText("Giờ hành chính"))
                    .last()
                    .click();
            assertThat(page.locator("[name=tu]")).hasValue("07:30");
            page.fill("[name=ten]", "Giờ làm việc");
            page.fill("[name=ten-en]", "Working hours");
            page.fill("[name=ma-chinh-sach]", code);
            page.fill("[name=dau]", "một giờ");
            page.click("#policy-submit");
            assertThat(page.locator("#dau-problem")).not().isEmpty();
            assertThat(page.locator("[name=ten]")).hasValue("Giờ làm việc");
            page.fill("[name=dau]", "PT2H");
            page.click("#policy-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã lưu bản nháp");
            String path =
                    page.url().substring(page.url().indexOf("/chinh-sach")).replaceAll("&xong.*", "");
            page.fill("[name=luc]", "27/11/2026 16:30");
            page.click("#simulate-submit");
            assertThat(page.locator("main")).containsText("30/11/2026 07:30:00");
            assertThat(page.locator("main")).containsText("chờ khung giờ mở");
            operator.assertSound().assertAccessible().picture(PICTURES, "chinh-sach-nhap");
            page.selectOption("[name=do-khan]", new SelectOption().setValue("FLASH"));
            page.click("#simulate-submit");
            assertThat(page.locator("main")).not().containsText("chờ khung giờ mở");
            page.click("#publish-submit");
            assertThat(page.locator(".notice--error")).containsText("Không tự quyết định");

            Page deciding = approver.open(path).page();
            deciding.click("#publish-submit");
            assertThat(deciding.locator(".notice--done")).containsText("Đã ban hành");

            operator.open(path);
            page.selectOption("[name=loai]", new SelectOption().setValue(type));
            page.click("#assign-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã gán");
            page.click("#retire-submit");
            assertThat(page.locator(".notice--error")).containsText(type);
            operator.open("/chinh-sach").assertSound().assertAccessible().picture(PICTURES, "chinh-sach");
            assertThat(page.locator("main tr", new Page.LocatorOptions().setHasText(type))
                            .last())
                    .containsText(code);
            operator.open(path);
            page.locator("input[value='Bỏ gán']").click();
            assertThat(page.locator(".notice--done")).containsText("Đã bỏ gán");
            page.click("#retire-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã thôi áp dụng");
        }
    }
}

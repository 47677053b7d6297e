package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Types;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Data types as staff draft, try, publish and compare them (portal.md 5.3)")
class DataTypePagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName(
            "a type is drafted with its schema, tried, published by a second person, and its next version compared")
    void life() {
        String code = Types.code();
        String detail = "/loai-du-lieu/chi-tiet?ma=" + code;
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing approver = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page page = operator.open("/loai-du-lieu/tao").page();
            page.fill("[name=ma-loai]", "Có Dấu");
            page.fill("[name=ten]", "Hồ sơ thử trang");
            page.fill("[name=ten-anh]", "Trial file");
            page.fill("[name=giao-thuc]", "json");
            page.fill("[name=don-vi]", "");
            page.selectOption("[name=luoc-do]", "JSON");
            page.fill("[name=tai-lieu-chinh]", "a.json");
            page.click("#type-submit");
            assertThat(page.locator("#ma-loai-problem")).not().isEmpty();
            operator.assertSound().assertAccessible().picture(PICTURES, "loai-du-lieu-tao-sai");
            page.fill("[name=ma-loai]", code);
            page.click("#type-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã đăng ký");

            page.locator("a", new Page.LocatorOptions().setHasText("Soạn tiếp")).click();
            page.fill("[name=tai-lieu]", "a.json");
            page.fill("#document-text", "{\"type\": \"object\",\n \"required\": [\"ma\"]}");
            page.click("#document-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã lưu tài liệu");
            operator.assertSound().assertAccessible().picture(PICTURES, "loai-du-lieu-soan");

            operator.open(detail + "&tab=thu");
            page.fill("#sample-text", "{\n}");
            page.click("#sample-submit");
            assertThat(page.locator("main")).containsText("thiếu thuộc tính hoặc trường bắt buộc");
            operator.assertSound().assertAccessible().picture(PICTURES, "loai-du-lieu-thu");
            assertThat(page.locator("#publish-submit")).hasCount(0);

            Page deciding = approver.open(detail).page();
            deciding.click("#publish-submit");
            assertThat(deciding.locator(".notice--done")).containsText("Đã phát hành");

            operator.open(detail);
            page.click("#draft-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã tạo bản nháp");
            operator.open("/loai-du-lieu/soan?ma=" + code + "&sua=a.json");
            page.fill("#document-text", "{\"type\": \"object\",\n \"required\": [\"ma\", \"ten\"]}");
            page.click("#document-submit");
            operator.open(detail + "&ban-so=2&tab=so-sanh");
            assertThat(page.locator(".compare__line--differs")).hasCount(2);
            operator.assertSound().assertAccessible().picture(PICTURES, "loai-du-lieu-so-sanh");
        }
    }
}

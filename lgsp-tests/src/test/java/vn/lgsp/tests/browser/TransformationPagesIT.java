package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Types;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Transformations as staff draft, try, publish and take them (portal.md 5.4)")
class TransformationPagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String SHEET =
            """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:template match="/vanBan"><document><xsl:value-of select="upper-case(soKyHieu)"/></document></xsl:template>
            </xsl:stylesheet>""";

    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName(
            "drafted, tried before and after, published by a second person with its samples, taken by an application")
    void life() {
        String code = Types.code();
        String detail = "/chuyen-doi/chi-tiet?ma=" + code;
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing approver = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page page = operator.open("/chuyen-doi/tao").page();
            page.fill("[name=ma-phep]", "Có Dấu");
            page.fill("[name=ten]", "Văn bản A sang B");
            page.fill("[name=ten-anh]", "Documents A to B");
            page.selectOption("[name=tu]", "file");
            page.selectOption("[name=den]", "file");
            page.fill("[name=kieu-vao]", "application/xml text/xml");
            page.fill("[name=kieu-ra]", "application/xml");
            page.selectOption("[name=kieu]", "XSLT");
            page.fill("#program", SHEET);
            page.click("#transformation-submit");
            assertThat(page.locator("#ma-phep-problem")).not().isEmpty();
            operator.assertSound().assertAccessible().picture(PICTURES, "chuyen-doi-tao-sai");
            page.fill("[name=ma-phep]", code);
            page.click("#transformation-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã tạo bản nháp");

            Page deciding = approver.open(detail).page();
            deciding.click("#publish-submit");
            assertThat(deciding.locator(".notice--error")).containsText("Chưa có mẫu thử");

            page.fill("[name=mau]", "mau.xml");
            page.fill("#sample-text", "<vanBan>\n  <soKyHieu>01/cv</soKyHieu>\n</vanBan>");
            page.click("#sample-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã lưu mẫu");
            operator.assertSound().assertAccessible().picture(PICTURES, "chuyen-doi-soan");

            operator.open(detail + "&tab=thu");
            page.click("#stored-submit");
            assertThat(page.locator("main")).containsText("<document>01/CV</document>");
            operator.assertSound().assertAccessible().picture(PICTURES, "chuyen-doi-thu");
            page.fill("#trial-text", "<vanBan>\n<x></vanBan>");
            page.click("#trial-submit");
            assertThat(page.locator("main")).containsText("không đúng dạng");
            operator.assertSound().assertAccessible().picture(PICTURES, "chuyen-doi-thu-hong");
            assertThat(page.locator("#publish-submit")).hasCount(0);

            approver.open(detail);
            deciding.click("#publish-submit");
            assertThat(deciding.locator(".notice--done")).containsText("Đã phát hành");

            operator.open(detail + "&tab=ung-dung");
            page.selectOption("[name=ung-dung]", new SelectOption().setIndex(1));
            page.click("#take-submit");
            assertThat(page.locator(".notice--done")).containsText("nhận dạng này từ gói tin kế tiếp");
            operator.assertSound().assertAccessible().picture(PICTURES, "chuyen-doi-ung-dung");
            page.click("main table button, main table input[type=submit]");
            assertThat(page.locator(".notice--done")).containsText("nhận nội dung gốc");
            operator.open("/chuyen-doi?q=" + code);
            assertThat(page.locator("main")).containsText("file → file");
            operator.assertSound().assertAccessible().picture(PICTURES, "chuyen-doi");
            operator.open(detail).assertSound().assertAccessible().picture(PICTURES, "chuyen-doi-chi-tiet");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            converted(operator, detail).assertAccessible().picture(PICTURES, "chuyen-doi-thu-dark");
            operator.open(detail + "&tab=ung-dung").assertSound().assertAccessible();
            page.setViewportSize(390, 844);
            converted(operator, detail).assertNoSidewaysScroll().picture(PICTURES, "chuyen-doi-thu-narrow");
            operator.open(detail + "&tab=ung-dung").assertSound().assertNoSidewaysScroll();
        }
    }

    /** A sample before and after. */
    private static Browsing converted(Browsing browsing, String detail) {
        browsing.open(detail + "&tab=thu").page().click("#stored-submit");
        assertThat(browsing.page().locator("main")).containsText("<document>01/CV</document>");
        return browsing.assertSound();
    }
}

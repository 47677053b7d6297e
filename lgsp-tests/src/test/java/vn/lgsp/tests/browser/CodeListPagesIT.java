package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Types;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Code lists as staff draft, enter, publish and compare them (portal.md 5.3, 6.4)")
class CodeListPagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String HEAD = "code,nameVi,nameEn,validFrom,validTo\n";

    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName(
            "a list is registered, written code by code, published by a second person, and its next version compared")
    void life() {
        String code = Types.code();
        String detail = "/bang-ma/chi-tiet?ma=" + code;
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing approver = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page page = register(operator, code);
            assertThat(page.locator(".notice--done")).containsText("Đã đăng ký");

            put(page, "1", "Nam", "Male", "32/12/2026");
            assertThat(page.locator("#den-problem")).not().isEmpty();
            assertThat(page.locator("[name=ten]")).hasValue("Nam");
            operator.assertSound().assertAccessible().picture(PICTURES, "bang-ma-soan");
            page.fill("[name=den]", "");
            page.click("#entry-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã lưu mã");
            put(page, "2", "Nữ", "Female", "31/12/2030");
            assertThat(page.locator("#table-text")).hasValue(HEAD + "1,Nam,Male,,\n2,Nữ,Female,,2030-12-31");

            operator.open(detail);
            assertThat(page.locator("main")).containsText("… – 31/12/2030");
            assertThat(page.locator("#publish-submit")).hasCount(0);
            Page deciding = approver.open(detail).page();
            assertThat(deciding.locator("main a", new Page.LocatorOptions().setHasText("Soạn tiếp")))
                    .hasCount(0);
            deciding.click("#publish-submit");
            assertThat(deciding.locator(".notice--done")).containsText("Đã phát hành");

            operator.open(detail);
            page.click("#draft-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã tạo bản nháp");
            edit(page, "Female");
            page.click("#remove-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã bỏ mã");
            edit(page, "Male");
            assertThat(page.locator("[name=ma-gia-tri]")).hasValue("1");
            page.fill("[name=ten]", "Nam giới");
            page.click("#entry-submit");
            operator.open(detail + "&ban-so=2&tab=so-sanh");
            assertThat(page.locator("main table")).containsText("Nữ · Female · … – 31/12/2030");
            assertThat(page.locator("main ins").first()).containsText("Nam giới");
            operator.assertSound().assertAccessible().picture(PICTURES, "bang-ma-so-sanh");
            operator.open(detail + "&tab=lich-su");
            assertThat(page.locator("main table tbody tr")).hasCount(7);
            operator.open(detail + "&tab=phien-ban").assertSound().assertAccessible();
            operator.open("/bang-ma?q=" + code).assertSound().assertAccessible().picture(PICTURES, "bang-ma");
            assertThat(page.locator("main")).containsText("Danh mục thử trang");
        }
    }

    @Test
    @DisplayName(
            "a table is read from a file, told what is wrong line by line, mended and entered; its codes are looked for page by page")
    void table() {
        String code = Types.code();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = register(operator, code);
            String broken = HEAD + "01,Hà Nội,Ha Noi,01/08/2008,\n01,,Hà Tây,,31/07/2008\n02,Đà Nẵng,Da Nang,mai,";
            page.setInputFiles(
                    "#table-file",
                    new FilePayload("tinh.csv", "text/csv", ("\uFEFF" + broken).getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator("#table-text")).hasValue(broken);
            page.click("#table-submit");
            assertThat(page.locator(".notice--error")).containsText("Bảng có dòng sai");
            assertThat(page.locator("main table tbody tr")).hasCount(3);
            assertThat(page.locator("main table tbody")).containsText("nameVi");
            assertThat(page.locator("main table tbody")).containsText("validFrom");
            assertThat(page.locator("#table-text")).hasValue(broken);
            operator.assertSound().assertAccessible().picture(PICTURES, "bang-ma-bang-sai");

            page.fill("#table-text", "code,nameVi,colour\n1,Nam,blue");
            page.click("#table-submit");
            assertThat(page.locator(".notice--error")).containsText("colour");

            page.fill(
                    "#table-text",
                    IntStream.range(100, 180)
                            .mapToObj(number -> number + ",Quận " + number + ",District " + number)
                            .collect(Collectors.joining("\n", "code,nameVi,nameEn\n", "\n")));
            page.click("#table-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã nhập bảng");
            assertThat(page.locator("main table tbody tr")).hasCount(50);
            page.locator(".pager a").click();
            assertThat(page.locator("main table tbody tr")).hasCount(30);
            page.fill("main [name=q]", "quan 17");
            page.locator("main form.acts button").click();
            assertThat(page.locator("main table tbody tr")).hasCount(10);
            operator.assertSound().assertAccessible().picture(PICTURES, "bang-ma-chi-tiet");
            page.fill("main [name=q]", "không có");
            page.locator("main form.acts button").click();
            assertThat(page.locator("main")).containsText("Không có mã nào khớp");
        }
    }

    private static Page register(Browsing operator, String code) {
        Page page = operator.open("/bang-ma/tao").page();
        page.fill("[name=ma-bang]", code);
        page.fill("[name=ten]", "Danh mục thử trang");
        page.fill("[name=ten-anh]", "Trial list");
        page.fill("[name=don-vi]", "");
        page.click("#list-submit");
        return page;
    }

    private static void edit(Page page, String name) {
        page.locator("main tr", new Page.LocatorOptions().setHasText(name))
                .locator("a")
                .click();
    }

    private static void put(Page page, String code, String vi, String en, String until) {
        page.fill("[name=ma-gia-tri]", code);
        page.fill("[name=ten]", vi);
        page.fill("[name=ten-anh]", en);
        page.fill("[name=den]", until);
        page.click("#entry-submit");
    }
}

package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "Rules that find destinations, in the portal: written, tried, published by somebody else, compared, restored (portal 5.1)")
class RoutePagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();

    @BeforeEach
    void noDraft() {
        database.update("delete from route_version where state = 'DRAFT'");
    }

    @Test
    @DisplayName("a rule is written and tried, another person publishes, the next draft is compared and thrown away")
    void life() {
        String destination = Application.destination(platform).agency();
        try (Browsing writer = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing publisher = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page page = writer.open("/dinh-tuyen").page();
            page.click("#begin-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã mở dự thảo");
            assertThat(page.locator("#publish-submit")).hasCount(0);
            writer.open("/dinh-tuyen/sua");
            page.fill("[name=ten]", "Đất đai về thành phố");
            page.fill("[name=ma-quy-tac]", "dat-dai-trang");
            page.fill("[name=tu]", "đất đai");
            page.fill("[name=gio]", "sáng");
            page.fill("[name=dich]", "KHONG.CO");
            page.click("#rule-submit");
            assertThat(page.locator("#gio-problem")).not().isEmpty();
            page.fill("[name=gio]", "");
            page.click("#rule-submit");
            assertThat(page.locator("#dich-problem")).not().isEmpty();
            writer.assertSound().assertAccessible().picture(PICTURES, "route-form");
            page.fill("[name=dich]", destination);
            page.click("#rule-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã lưu dự thảo");
            assertThat(page.locator("main")).containsText("tiêu đề có đất đai");
            writer.assertSound().assertAccessible().picture(PICTURES, "routes");

            writer.open(
                    "/dinh-tuyen?tab=thu&ung-dung=qlvb-stttt&quy-tac=dat-dai-trang&tieu-de=Ho so dat dai&loai=file");
            assertThat(page.locator("main")).containsText("Khớp, được chọn");
            assertThat(page.locator(".reasons")).containsText(destination);
            writer.assertSound().assertAccessible().picture(PICTURES, "route-trial");
            page.fill("[name=tieu-de]", "Việc khác");
            page.click("main form button[type=submit]");
            assertThat(page.locator("main")).containsText("Yêu cầu sẽ bị từ chối");

            Page other = publisher.open("/dinh-tuyen").page();
            assertThat(other.locator("#discard-submit")).hasCount(0);
            other.click("#publish-submit");
            assertThat(other.locator(".notice--done")).containsText("Đã ban hành");
            assertThat(other.locator("main")).containsText("Đang hiệu lực");

            writer.open("/dinh-tuyen");
            page.click("#begin-submit");
            page.locator("input[value='Bật hoặc tắt']").last().click();
            assertThat(page.locator(".notice--done")).containsText("Đã lưu dự thảo");
            writer.open("/dinh-tuyen?tab=phien-ban");
            page.locator("a[href*='so-sanh']").first().click();
            assertThat(page.locator("main ins")).containsText("Đang tắt");
            writer.open("/dinh-tuyen");
            page.click("#discard-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã bỏ dự thảo");
            writer.open("/dinh-tuyen?tab=phien-ban");
            page.locator("input[value='Khôi phục thành dự thảo']").first().click();
            assertThat(page.locator(".notice--done")).containsText("Đã khôi phục");
            assertThat(database.count("select count(*) from route_version where state = 'DRAFT'"))
                    .isEqualTo(1);
        } finally {
            noDraft();
        }
    }
}

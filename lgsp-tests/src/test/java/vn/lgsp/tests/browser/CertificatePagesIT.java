package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.ClientKey;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Certificates of an application, as staff handle them on its page")
class CertificatePagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName(
            "a certificate is issued for a request, required, renewed and revoked; what is none is refused with its reason")
    void certificates() {
        UUID application = (UUID) platform.database()
                .one(
                        "select application_id from access_key where access_key = ?",
                        Application.destination(platform).credentials().accessKey());
        String path = "/ung-dung/chi-tiet?ma=" + application + "&tab=chung-thu";
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = operator.open(path).page();
            page.click("#require-certificate-danger summary");
            page.fill("#require-certificate-reason", "Thử");
            page.click("#require-certificate-submit");
            assertThat(page.locator("main")).containsText("Trạng thái của chứng thư không cho phép");

            operator.open(path);
            page.click("details.unfold summary");
            page.fill("#certificate-pem", "-----BEGIN CERTIFICATE REQUEST-----");
            page.click("#certificate-submit");
            assertThat(page.locator("#certificate-pem-problem")).containsText("không đọc được");
            page.fill("#certificate-pem", new ClientKey().request());
            page.click("#certificate-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã cấp");
            assertThat(page.locator("main")).containsText("Còn hiệu lực");

            page.click("#require-certificate-danger summary");
            page.fill("#require-certificate-reason", "Theo hồ sơ cấp độ");
            page.click("#require-certificate-submit");
            assertThat(page.locator(".notice--done")).containsText("phải xuất trình chứng thư");
            operator.assertSound().assertAccessible().picture(PICTURES, "ung-dung-chung-thu");
            page.click("#release-certificate-danger summary");
            page.fill("#release-certificate-reason", "Hết thử");
            page.click("#release-certificate-submit");
            assertThat(page.locator(".notice--done")).containsText("không còn phải");

            page.click("#revoke-certificate-danger summary");
            page.selectOption("#chung-thu", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.selectOption("#vi", "KEY_COMPROMISE");
            page.fill("#revoke-certificate-reason", "Mất máy tính");
            page.click("#revoke-certificate-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã thu hồi");
            assertThat(page.locator("main")).containsText("Lộ khóa riêng. Mất máy tính");
        }
        try (Browsing auditor = Browsing.at(platform.base()).signIn("kiemtoan")) {
            Page page = auditor.open(path).page();
            assertThat(page.locator("main")).not().containsText("Chứng thư");
        }
    }
}

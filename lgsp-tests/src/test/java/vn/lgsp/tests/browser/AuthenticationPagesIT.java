package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Who was refused and why; what is wrong with a signature (portal.md 2.5, 11.6)")
class AuthenticationPagesIT {
    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);

    @Test
    @DisplayName(
            "a wrong signature stands in the log of its agency, leads to what was signed, and is hidden from others")
    void log() {
        Answer refused = source.call("GET", "/api/v1/inbox")
                .withSecret("lgsp_test_sk_khong_phai")
                .send()
                .refused(401, "signature-invalid");
        org.assertj.core.api.Assertions.assertThat(refused.get("signatureBase").asText())
                .startsWith("\"@method\": GET\n\"@target-uri\": ");
        String requestId = refused.get("requestId").asText();
        Awaitility.await().until(() -> written(requestId) == 1);

        String entry;
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            Page page = browsing.open("/goi-tin/xac-thuc?q=" + requestId).page();
            assertThat(page.locator("main")).containsText("Chữ ký sai");
            browsing.assertSound().assertAccessible();
            Locator found = page.locator("main a[href*='xac-thuc/chi-tiet']").first();
            entry = found.getAttribute("href");
            found.click();
            assertThat(page.locator("main")).containsText("Điều 4.4");
            assertThat(page.locator("main")).containsText(requestId);
            browsing.assertSound().assertAccessible();
            page.locator("main a[href*='chu-ky']").first().click();
            assertThat(page.locator(".compare")).containsText("\"@method\": GET");
            page.locator("#debug-signed").fill("\"@method\": get\n");
            page.locator("#debug-submit").click();
            assertThat(page.locator("[role=alert]")).containsText("dòng 1, ký tự 12");
            browsing.assertSound().assertAccessible();
        }
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi-snv")) {
            Page page = browsing.open("/goi-tin/xac-thuc?q=" + requestId).page();
            assertThat(page.locator("main a[href*='xac-thuc/chi-tiet']")).hasCount(0);
            page.navigate(platform.base() + entry);
            assertThat(page.locator("main")).not().containsText(requestId);
        }
    }

    @Test
    @DisplayName("a pasted request is explained by the mistake that made its signature wrong")
    void debugger() {
        HttpRequest wrong = source.call("GET", "/api/v1/inbox")
                .withSecret(source.credentials().secret() + "\n")
                .request();
        String pasted = "GET " + wrong.uri() + "\n"
                + wrong.headers().map().entrySet().stream()
                        .map(header ->
                                header.getKey() + ": " + header.getValue().get(0))
                        .collect(Collectors.joining("\n"));
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            Page page = browsing.open("/phat-trien/chu-ky").page();
            browsing.assertSound().assertAccessible();
            page.locator("#debug-request").fill("không phải yêu cầu");
            page.locator("#debug-submit").click();
            assertThat(page.locator("#debug-request-problem")).containsText("sai dạng");
            page.locator("#debug-request").fill(pasted);
            page.locator("#debug-submit").click();
            assertThat(page.locator("main")).containsText("dính dấu xuống dòng");
            browsing.assertSound().assertAccessible();
        }
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi-snv")) {
            Page page = browsing.open("/phat-trien/chu-ky").page();
            page.locator("#debug-request").fill(pasted);
            page.locator("#debug-submit").click();
            assertThat(page.locator("main")).containsText("không thuộc đơn vị bạn phụ trách");
        }
    }

    private long written(String requestId) {
        return platform.database()
                .count("select count(*) from authentication_event where request_id = ?::uuid", requestId);
    }
}

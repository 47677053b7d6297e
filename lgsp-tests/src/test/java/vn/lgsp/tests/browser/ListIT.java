package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("What every list does")
class ListIT {
    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName("its address holds everything: filters, back button, sharing")
    void address() {
        String word = send();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.open("/goi-tin").page();
            page.locator("main #q").fill(word);
            page.locator("main #ky").selectOption("30d");
            page.locator(".filters button[type=submit]").click();
            page.waitForURL("**/goi-tin?*q=" + word + "*");
            assertThat(page.locator("main .table-frame tbody tr")).hasCount(1);
            // What was left empty stays out of the address.
            assertThat(page.url()).doesNotContain("trang-thai");
            page.locator("main #trang-thai").selectOption("CANCELLED");
            page.locator(".filters button[type=submit]").click();
            assertThat(page.locator("main .empty")).isVisible();
            page.goBack();
            assertThat(page.locator("main .table-frame tbody tr")).hasCount(1);
            assertThat(page.locator("main #trang-thai")).hasValue("");
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("exports what the screen shows, with the same filters")
    void export() throws Exception {
        String word = send();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.open("/goi-tin?ky=30d&q=" + word).page();
            for (String format : new String[] {"xlsx", "csv", "pdf"}) {
                page.locator("#export-menu summary").click();
                Download download =
                        page.waitForDownload(() -> page.locator("#export-menu a[href*='/xuat/" + format + "']")
                                .click());
                assertThat(download.suggestedFilename()).matches("goi-tin-\\d{8}-\\d{4}\\." + format);
                Path file = download.path();
                assertThat(Files.size(file)).isPositive();
                if (format.equals("csv")) {
                    assertThat(Files.readString(file, StandardCharsets.UTF_8))
                            .contains(word)
                            .hasLineCount(2);
                }
                browsing.open("/goi-tin?ky=30d&q=" + word);
            }
        }
    }

    @Test
    @DisplayName("exports nothing of a page that the person may not open, nor of what is no list")
    void exportRefused() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("quantri")) {
            String portal = platform.base() + "/portal";
            APIResponse packets = browsing.page().request().get(portal + "/xuat/csv?trang=/goi-tin");
            assertThat(packets.status()).isEqualTo(403);
            assertThat(browsing.page()
                            .request()
                            .get(portal + "/xuat/csv?trang=/")
                            .status())
                    .isEqualTo(404);
            assertThat(browsing.page()
                            .request()
                            .get(portal + "/xuat/exe?trang=/goi-tin")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("exports to an agency what is the agency's, and to another nothing of it")
    void exportInScope() {
        String word = send();
        String path = "/portal/xuat/csv?trang=/goi-tin&ky=30d&q=" + word;
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            assertThat(browsing.page().request().get(platform.base() + path).text())
                    .contains(word);
        }
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi-snv")) {
            APIResponse answer = browsing.page().request().get(platform.base() + path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).doesNotContain(word);
        }
    }

    @Test
    @DisplayName("Ctrl+K finds pages, packets and agencies, by keyboard alone")
    void palette() {
        String word = send();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.open("/").page();
            page.keyboard().press("Control+k");
            assertThat(page.locator("#palette")).isVisible();
            page.keyboard().type("goi tin");
            assertThat(page.locator("#palette-hits li").first()).containsText("Gói tin");
            page.locator("#palette input").fill(word);
            assertThat(page.locator("#palette-hits li strong").first()).containsText(word);
            page.keyboard().press("Enter");
            page.waitForURL("**/goi-tin/chi-tiet?ma=*");
            browsing.assertSound();

            page.keyboard().press("Control+k");
            page.locator("#palette input").fill("không có gì như vậy");
            assertThat(page.locator("#palette .palette__hint")).hasText("Không tìm thấy gì");
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette")).isHidden();
        }
    }

    @Test
    @DisplayName("what somebody typed outlives the session")
    void drafts() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("quantri")) {
            Page page = browsing.open("/nguoi-dung/moi").page();
            page.locator("main input[type=text]:visible").first().fill("Người đang nhập dở");
            page.context().clearCookies();
            // Sent as it is, half filled in.
            page.evaluate("document.querySelector('main form[data-once]').noValidate = true");
            page.locator("main form button[type=submit], main form input[type=submit]")
                    .first()
                    .click();
            assertThat(page.locator("#username")).isVisible();
            browsing.fillIn("quantri", "Lgsp-demo-2026");
            page.waitForURL("**/nguoi-dung/moi*");
            assertThat(page.locator("main input[type=text]:visible").first()).hasValue("Người đang nhập dở");
            assertThat(page.locator("[data-draft-restored]")).isVisible();
        }
    }

    /** Sends a packet with a word in its title that no other has; returns the word. */
    private String send() {
        String word = "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Parcel.granted(
                        Application.source(platform),
                        Application.destination(platform),
                        Map.of("title", "Công văn " + word))
                .upload("a.txt", new byte[10])
                .complete();
        return word;
    }
}

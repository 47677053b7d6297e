package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("The portal, as staff see it")
class PortalIT {
    private static final Locale VIETNAMESE =
            new Locale.Builder().setLanguage("vi").build();
    private static final String LIST = "/goi-tin?ky=30d&q=";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @Test
    @DisplayName("signs in, finds the packet that was just sent, and follows its journey to the end")
    void journey() {
        String title = "Công văn " + UUID.randomUUID();
        Parcel parcel = sent(title);
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            browsing.assertSound();
            openJourney(browsing, title);
            assertThat(browsing.page().locator("h1")).hasText(title);
            int taken = browsing.page().locator(".step__who").count();
            assertThat(taken).isGreaterThanOrEqualTo(4);
            browsing.assertSound();

            parcel.accept().fetch().confirm();
            org.awaitility.Awaitility.await("content erased")
                    .until(() -> platform.database().contentState(parcel.id()).equals("ERASED"));
            browsing.page().reload();
            assertThat(browsing.page().locator(".step__who").count()).isGreaterThan(taken);
            assertThat(browsing.page().locator("body")).containsText("Nội dung đã xóa");
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("a packet whose stored content was changed says so, to whom, what to do next, and what was erased")
    void quarantined() {
        Parcel parcel = sent("Công văn hỏng " + UUID.randomUUID()).accept();
        assertThat(platform.database()
                        .update(
                                "update small_content set sealed = set_byte(sealed, 9, 255 - get_byte(sealed, 9)) where packet_id = ?",
                                parcel.id()))
                .isEqualTo(1);
        destination.get(parcel.downloadFile(parcel.firstFile())).refused(500, "content-corrupted");
        String address = "/goi-tin/chi-tiet?ma=" + parcel.id();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            browsing.open(address);
            assertThat(browsing.page().locator("main [role=alert]")).containsText("bên gửi tạo gói tin mới");
            browsing.assertSound();
            browsing.open(address + "&tab=noi-nhan");
            assertThat(browsing.page().locator("main")).containsText("Nội dung lưu bị hỏng");
            browsing.open(address + "&tab=ky-thuat");
            assertThat(browsing.page().locator("main")).containsText("Biên nhận xóa nội dung");
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("whoever has not signed in is asked to, and then sees the page that was wanted")
    void signInFirst() {
        try (Browsing browsing = Browsing.at(platform.base()).open("/goi-tin?ky=30d")) {
            assertThat(browsing.page().locator("#username")).isVisible();
            browsing.fillIn("vanhanh", "Lgsp-demo-2026");
            browsing.page().waitForURL("**/portal/goi-tin?ky=30d");
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("a wrong password is refused, and the fifth one locks; both say so")
    void wrongPassword() {
        // A name that nobody has behaves as one that somebody has: no other test is locked out.
        String name = "khong-ai-" + UUID.randomUUID();
        try (Browsing browsing = Browsing.at(platform.base()).open("/dang-nhap")) {
            for (int i = 0; i < 5; i++) {
                browsing.fillIn(name, "sai mật khẩu");
                assertThat(browsing.page().locator("[role=alert]"))
                        .containsText(ErrorTexts.title(ErrorCode.SIGN_IN_FAILED, VIETNAMESE));
            }
            browsing.fillIn(name, "sai mật khẩu");
            assertThat(browsing.page().locator("[role=alert]"))
                    .containsText(ErrorTexts.title(ErrorCode.ACCOUNT_LOCKED, VIETNAMESE));
            assertThat(browsing.page().locator("details.account")).hasCount(0);
            browsing.assertAccessible();
        }
    }

    @Test
    @DisplayName("signed out it is over, also for the pages before")
    void signOut() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            browsing.page().locator("details.account summary").click();
            browsing.page().locator("details.account form button").click();
            assertThat(browsing.page().locator("#username")).isVisible();
            browsing.open("/goi-tin");
            assertThat(browsing.page().locator("#username")).isVisible();
        }
    }

    @Test
    @DisplayName("speaks Vietnamese, and English for whoever asks, from then on")
    void language() {
        try (Browsing browsing = Browsing.at(platform.base()).open("/dang-nhap")) {
            assertThat(browsing.page().locator("html")).hasAttribute("lang", "vi");
            assertThat(browsing.page().locator("h1")).hasText("Đăng nhập");
            browsing.page().locator("a.language").click();
            assertThat(browsing.page().locator("html")).hasAttribute("lang", "en");
            assertThat(browsing.page().locator("h1")).hasText("Sign in");
            browsing.fillIn("vanhanh", "Lgsp-demo-2026");
            assertThat(browsing.page().locator("details.account")).isVisible();
            assertThat(browsing.page().locator("html")).hasAttribute("lang", "en");
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("every page is accessible, in the light and in the dark, and whole")
    void accessible() {
        String title = "Công văn " + UUID.randomUUID();
        sent(title).accept();
        try (Browsing browsing = Browsing.at(platform.base())) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                browsing.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                browsing.page().context().clearCookies();
                browsing.open("/dang-nhap").assertSound().assertAccessible();
                browsing.signIn("donvi").assertSound().assertAccessible();
                browsing.open("/goi-tin?ky=30d").assertSound().assertAccessible();
                openJourney(browsing, title);
                browsing.assertSound().assertAccessible();
                browsing.open("/doi-mat-khau").assertSound().assertAccessible();
            }
        }
    }

    @Test
    @DisplayName("the theme is switched by its button and stays")
    void theme() {
        try (Browsing browsing = Browsing.at(platform.base()).open("/dang-nhap")) {
            String before = background(browsing);
            browsing.page().locator("[data-theme-toggle]").click();
            assertThat(background(browsing)).isNotEqualTo(before);
            String chosen = browsing.page().locator("html").getAttribute("data-theme");
            browsing.page().reload();
            assertThat(browsing.page().locator("html")).hasAttribute("data-theme", chosen);
        }
    }

    @Test
    @DisplayName("on a telephone nothing has to be scrolled sideways")
    void narrow() {
        String title = "Công văn " + "rất dài ".repeat(30) + UUID.randomUUID();
        sent(title);
        try (Browsing browsing = Browsing.narrow(platform.base())) {
            browsing.open("/dang-nhap").assertNoSidewaysScroll();
            browsing.signIn("donvi").assertNoSidewaysScroll();
            browsing.open("/goi-tin?ky=30d").assertNoSidewaysScroll();
            openJourney(browsing, title);
            browsing.assertNoSidewaysScroll().assertSound().assertAccessible();
        }
    }

    private static String background(Browsing browsing) {
        return (String) browsing.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private Parcel sent(String title) {
        return Parcel.granted(source, destination, Map.of("title", title))
                .upload("Công văn.pdf", new byte[1_000])
                .complete();
    }

    /** By the list, as a person finds it. */
    private static void openJourney(Browsing browsing, String title) {
        // Not the whole of its id-like ending, which would be taken for the id of a packet.
        String rare = title.substring(title.length() - 36, title.length() - 13);
        browsing.open(LIST + rare);
        browsing.page().locator("main a.strong").first().click();
        browsing.page().locator("ol.timeline").waitFor();
    }
}

package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Credentials;
import vn.lgsp.tests.http.Keys;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Keys in the portal: issued, used, rotated, revoked; leave to sign in old ways (portal 4.6)")
class KeyPagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Keys keys = new Keys(platform);

    private static String id(String application) {
        return application.substring(application.lastIndexOf('/') + 1);
    }

    private static String path(Page page) {
        return page.url().substring(page.url().indexOf("/khoa")).replaceAll("&.*", "");
    }

    private Application holder(Page page) {
        String accessKey = page.locator("main .code code").first().textContent();
        String secret = page.locator("#secret").textContent();
        return new Application(platform.base(), new Credentials("?", accessKey, secret));
    }

    private static void keep(Page page) {
        page.check(".secret input[type=checkbox]");
        page.click(".secret form button");
    }

    @Test
    @DisplayName("a key is issued with its secret shown once, rotated, its overlap ended, and revoked")
    void life() {
        String application = keys.application();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = operator.open("/khoa/cap?ung-dung=" + id(application)).page();
            page.fill("[name=ten]", "Máy chủ văn thư");
            page.fill("[name=mang]", "10.0.0.0/40");
            page.fill("[name=den-ngay]", "31/12/2099");
            page.click("#key-submit");
            assertThat(page.locator("#mang-problem")).containsText("không phải địa chỉ hay mạng");
            operator.assertSound().assertAccessible().picture(PICTURES, "khoa-cap");
            page.fill("[name=mang]", "");
            page.click("#key-submit");
            assertThat(page.locator("#secret")).containsText("lgsp_test_sk_");
            operator.assertSound().assertAccessible();
            Application first = holder(page);
            first.get("/api/v1/inbox").expect(200);
            keep(page);
            assertThat(page.locator(".notice--done")).containsText("Đã cấp khóa");
            assertThat(page.locator("main"))
                    .not()
                    .containsText(first.credentials().secret());
            assertThat(page.locator("main")).containsText("01/01/2100 00:00");
            String old = path(page);
            operator.assertSound().assertAccessible().picture(PICTURES, "khoa-chi-tiet");

            operator.open(old + "&tab=thao-tac");
            operator.assertSound().assertAccessible().picture(PICTURES, "khoa-thao-tac");
            page.click("main a[href*='/khoa/xoay']");
            page.selectOption("[name=chong-lan]", "24");
            page.click("#rotate-submit");
            assertThat(page.locator("#secret")).containsText("lgsp_test_sk_");
            Application second = holder(page);
            keep(page);
            String fresh = path(page);
            assertThat(page.locator("main")).containsText("Khóa cũ vẫn còn dùng được");
            first.get("/api/v1/inbox").expect(200);
            second.get("/api/v1/inbox").expect(200);
            platform.database()
                    .update(
                            """
                            insert into key_use (access_key_id, day, scheme, algorithm, requests, last_at)
                            select id, (now() at time zone 'UTC')::date - n, 'MESSAGE_SIGNATURE', 'hmac-sha256', 120 + 7 * n, now()
                            from access_key, generate_series(0, 9) n where application_id = ?
                            on conflict do nothing
                            """,
                            UUID.fromString(id(application)));
            operator.open(fresh + "&tab=su-dung");
            assertThat(page.locator("main table").last()).containsText("hmac-sha256");
            operator.assertSound().assertAccessible().picture(PICTURES, "khoa-su-dung");
            operator.open("/khoa?q=" + id(application).substring(0, 4));
            operator.open("/khoa?trang-thai=OVERLAPPING");
            assertThat(page.locator("main")).containsText("Máy chủ văn thư");
            operator.assertSound().assertAccessible().picture(PICTURES, "khoa-danh-sach");

            operator.open(fresh + "&tab=thao-tac");
            page.click("#end-overlap-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã kết thúc chồng lấn");
            first.get("/api/v1/inbox").refused(401, "key-not-usable");
            operator.open(fresh + "&tab=thao-tac");
            page.click("#revoke-danger summary");
            page.fill("#revoke-typed", "nham");
            page.fill("#revoke-reason", "Nghi lộ khóa");
            page.click("#revoke-submit");
            assertThat(page.locator("#revoke .notice--error")).isVisible();
            second.get("/api/v1/inbox").expect(200);
            page.fill("#revoke-typed", hint(second));
            page.fill("#revoke-reason", "Nghi lộ khóa");
            page.click("#revoke-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã thu hồi khóa");
            second.get("/api/v1/inbox").refused(401, "key-not-usable");
            operator.open(fresh + "&tab=hoat-dong");
            assertThat(page.locator("main")).containsText("Nghi lộ khóa");
            operator.assertSound().assertAccessible();
        }
    }

    private static String hint(Application application) {
        String accessKey = application.credentials().accessKey();
        return accessKey.substring(accessKey.length() - 4);
    }

    @Test
    @DisplayName("a private key that somebody pastes is refused and not shown again; its public half is taken")
    void publicKey() throws GeneralSecurityException {
        String application = keys.application();
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = operator.open("/khoa/cap?ung-dung=" + id(application)).page();
            page.fill("[name=ten]", "Khóa tự tạo");
            page.selectOption("[name=thuat-toan]", "ed25519");
            String secret = pem("PRIVATE KEY", pair.getPrivate().getEncoded());
            page.fill("#khoa-cong-khai", secret);
            page.click("#key-submit");
            assertThat(page.locator(".notice--error")).containsText("Đã gửi khóa riêng");
            assertThat(page.locator("#khoa-cong-khai")).hasValue("");
            page.fill("#khoa-cong-khai", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            page.click("#key-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã cấp khóa");
            page.click("main a.button");
            assertThat(page.locator("main")).containsText("SHA-256 của khóa công khai");
            operator.assertSound().assertAccessible();
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----";
    }

    @Test
    @DisplayName("a key is restricted; whoever may not change keys is offered nothing")
    void restricted() {
        String application = keys.application();
        Answer issued = keys.issue(application, Map.of("name", "Giới hạn"));
        String detail = "/khoa/chi-tiet?ma=" + issued.get("id").asText();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing auditor = Browsing.at(platform.base()).signIn("kiemtoan")) {
            Page page =
                    operator.open("/khoa/sua?ma=" + issued.get("id").asText()).page();
            page.uncheck("[name=pham-vi][value=RECEIVE]");
            page.fill("[name=mang]", "10.0.0.0/8, 2001:db8::/32");
            page.click("#change-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã lưu");
            assertThat(page.locator("main")).containsText("2001:db8::/32");
            keys.holder(issued).get("/api/v1/inbox").refused(403, "key-scope-missing");

            Page looking = auditor.open(detail).page();
            assertThat(looking.locator("main")).containsText("Giới hạn");
            assertThat(looking.locator("a[href*='tab=thao-tac']")).hasCount(0);
        }
    }

    @Test
    @DisplayName("compatibility is granted with a reason and an end, and ended")
    void waivers() {
        String application = keys.application();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing auditor = Browsing.at(platform.base()).signIn("kiemtoan")) {
            Page page = operator.open("/khoa/tuong-thich").page();
            page.selectOption("[name=ung-dung]", id(application));
            page.selectOption("[name=loai]", "HMAC_SHA1");
            page.fill("[name=ly-do]", "Phần mềm văn thư cũ");
            page.fill("[name=den-ngay]", "31/12/2099");
            page.click("#grant-submit");
            assertThat(page.locator("#den-ngay-problem")).not().isEmpty();
            page.fill("[name=den-ngay]", LocalDate.now().plusDays(30).format(DateTimeFormatter.ofPattern("d/M/uuuu")));
            page.click("#grant-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã bật tương thích");
            operator.assertSound().assertAccessible().picture(PICTURES, "khoa-tuong-thich");
            assertThat(auditor.open("/khoa/tuong-thich").page().locator("#grant-submit"))
                    .hasCount(0);
            page.click("#end-danger summary");
            page.selectOption(
                    "[name=tuong-thich]",
                    platform.database()
                            .column(
                                    "select cast(id as varchar) from scheme_waiver where application_id = ?",
                                    UUID.fromString(id(application)))
                            .get(0)
                            .toString());
            page.fill("#end-reason", "Đã nâng cấp");
            page.click("#end-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã kết thúc tương thích");
        }
    }
}

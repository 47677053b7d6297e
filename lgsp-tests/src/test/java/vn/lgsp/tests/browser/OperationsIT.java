package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Settings, jobs, saved filters and first steps, as staff see them")
class OperationsIT {
    private static final String FILES = "/cau-hinh/sua?ma=lgsp.packet.max.files";

    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName(
            "an administrator changes a setting with a reason; it stands in the list and in the history; back to the default")
    void setting() {
        String reason = "Kiểm thử " + UUID.randomUUID();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("quantri")) {
            Page page = browsing.open("/cau-hinh?q=so tep toi da").page();
            assertThat(page.locator(".setting")).hasCount(1);
            page.locator(".setting__act a").click();
            page.locator("#setting-value").fill("0");
            page.locator("#setting-reason").fill(reason);
            page.locator("#setting-submit").click();
            assertThat(page.locator("#setting-value-problem")).containsText("phải từ 1 đến 1.000");

            page.locator("#setting-value").fill("33");
            page.locator("#setting-submit").click();
            assertThat(page.locator("#lgsp\\.packet\\.max\\.files")).containsText("33 tệp");
            assertThat(page.locator("#lgsp\\.packet\\.max\\.files")).containsText(reason);
            browsing.assertSound();

            browsing.open("/cau-hinh/lich-su");
            assertThat(page.locator("tbody tr").first()).containsText(reason);
            assertThat(page.locator("tbody tr").first()).containsText("Nguyễn Quản Trị");

            browsing.open(FILES);
            page.locator("details.danger summary").click();
            page.locator("#reset-reason").fill(reason);
            page.locator("#reset-submit").click();
            assertThat(page.locator("#lgsp\\.packet\\.max\\.files")).containsText("20 tệp");
        }
    }

    @Test
    @DisplayName("of two people at once the second is told that somebody was faster")
    void twoAtOnce() {
        try (Browsing one = Browsing.at(platform.base()).signIn("quantri");
                Browsing two = Browsing.at(platform.base()).signIn("quantri")) {
            String address = "/cau-hinh/sua?ma=lgsp.session.heartbeat.seconds";
            one.open(address);
            two.open(address);
            for (Page page : new Page[] {one.page(), two.page()}) {
                page.locator("#setting-value").fill("45");
                page.locator("#setting-reason").fill("Kiểm thử");
                page.locator("#setting-submit").click();
            }
            assertThat(two.page().locator("[role=alert]")).containsText("Có người vừa sửa");
            two.page().locator("#setting-value").fill("30");
            two.page().locator("#setting-submit").click();
            assertThat(two.page().locator("#lgsp\\.session\\.heartbeat\\.seconds"))
                    .containsText("30 giây");
        }
    }

    @Test
    @DisplayName("an auditor reads settings and changes none; what the server fixes nobody changes here")
    void reading() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("kiemtoan").open("/cau-hinh")) {
            assertThat(browsing.page().locator(".setting").first()).isVisible();
            assertThat(browsing.page().locator(".setting__act a")).hasCount(0);
            browsing.open(FILES);
            assertThat(browsing.page().locator("#setting-value")).hasCount(0);
            browsing.open("/cau-hinh?q=LGSP_PUBLIC_URL");
            assertThat(browsing.page().locator("body")).containsText("Máy chủ quy định");
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("a filter is kept under a name, opens the list as it was, and is let go of")
    void savedFilter() {
        String name = "Hỏa tốc " + UUID.randomUUID().toString().substring(0, 8);
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh").open("/goi-tin?ky=30d&q=cong+van")) {
            Page page = browsing.page();
            page.locator(".kept__new summary").click();
            page.locator("#ten").fill(name);
            page.locator(".kept__form button").click();
            Locator kept = page.locator(".kept__entry a", new Page.LocatorOptions().setHasText(name));
            assertThat(kept).hasAttribute("aria-current", "true");
            browsing.assertSound();

            browsing.open("/goi-tin");
            kept.click();
            assertThat(page.locator("#q")).hasValue("cong van");

            page.locator(".kept__entry", new Page.LocatorOptions().setHasText(name))
                    .locator("button")
                    .click();
            assertThat(kept).hasCount(0);
        }
    }

    @Test
    @DisplayName("a job shows its progress by itself until every item has an outcome, and why some were refused")
    void job() {
        UUID job = UUID.randomUUID();
        platform.database()
                .update(
                        """
                        with ordered as (
                            insert into job (id, kind, account_id, agency_id, reason, parameters, token, fingerprint, total, created_at)
                            select ?, 'access-key.revoke', a.id, a.agency_id, 'Kiểm thử', '{}', cast(? as varchar), '\\x00', 300, now()
                            from account a where a.username = 'vanhanh' returning id)
                        insert into job_item (job_id, position, item, due_at)
                        select o.id, n, cast(gen_random_uuid() as varchar), now() + interval '2 seconds' from ordered o, generate_series(1, 300) n
                        """,
                        job,
                        job.toString());
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh").open("/tac-vu")) {
            Page page = browsing.page();
            page.locator("tbody a", new Page.LocatorOptions().setHasText("Thu hồi khóa truy xuất"))
                    .first()
                    .click();
            browsing.open("/tac-vu/chi-tiet?ma=" + job);
            assertThat(page.locator("#job"))
                    .containsText(
                            "Đã xong",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(60_000));
            assertThat(page.locator("tbody tr").first()).containsText("Đối tượng không tồn tại");
            assertThat(page.locator("tbody tr")).hasCount(50);
            page.locator(".pager a").last().click();
            assertThat(page.locator("tbody tr").first()).containsText("51");
            browsing.assertSound().assertAccessible();
        }
    }

    @Test
    @DisplayName("the first steps: a wrong key id is refused, the right one counts; a test mail arrives")
    void firstSteps() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("quantri").open("/thiet-lap?buoc=3")) {
            Page page = browsing.page();
            assertThat(page.locator(".wizard__step")).hasCount(7);
            page.locator("#key-id").fill("00000000");
            page.locator("#key-submit").click();
            assertThat(page.locator("[role=alert]")).isVisible();
            page.locator("#key-id")
                    .fill(page.locator(".card p .code code").first().innerText());
            page.locator("#key-submit").click();
            assertThat(page.locator(".wizard__step").nth(2)).containsText("Đạt");
            browsing.assertSound().assertAccessible();

            change(browsing, "lgsp.mail.host", "127.0.0.1");
            change(browsing, "lgsp.mail.port", Integer.toString(mail.getSmtp().getPort()));
            change(browsing, "lgsp.mail.from", "nen-tang@haiduong.gov.vn");
            browsing.open("/cau-hinh/sua?ma=lgsp.mail.encryption");
            page.locator("#setting-value").selectOption("none");
            page.locator("#setting-reason").fill("Kiểm thử");
            page.locator("#setting-submit").click();
            page.waitForURL("**/cau-hinh?xong=*");
            org.awaitility.Awaitility.await("the mail settings count").until(() -> {
                browsing.open("/thiet-lap?buoc=4");
                page.locator("#mail-to").fill("quantri@haiduong.gov.vn");
                page.locator("#mail-submit").click();
                page.locator("main").waitFor();
                return mail.getReceivedMessages().length > 0;
            });
            assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Thư thử của nền tảng LGSP");
            browsing.open("/thiet-lap?buoc=4");
            assertThat(page.locator(".findings")).containsText("đã nhận thư thử");

            browsing.open("/thiet-lap?buoc=7");
            assertThat(page.locator(".findings li")).hasCount(6);
            browsing.assertSound();
        } finally {
            mail.stop();
        }
    }

    @Test
    @DisplayName(
            "the system page tells version, checks and every library; only those who look after the platform open it")
    void system() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh").open("/he-thong")) {
            assertThat(browsing.page().locator("body")).containsText("Payara");
            assertThat(browsing.page().locator("body")).containsText("LGPL-2.1-or-later");
            browsing.assertSound().assertAccessible();
        }
        try (Browsing browsing = Browsing.at(platform.base()).signIn("lanhdao")) {
            assertThat(browsing.page()
                            .request()
                            .get(platform.base() + "/portal/he-thong")
                            .status())
                    .isEqualTo(403);
        }
    }

    private static void change(Browsing browsing, String key, String value) {
        Page page = browsing.open("/cau-hinh/sua?ma=" + key).page();
        page.locator("#setting-value").fill(value);
        page.locator("#setting-reason").fill("Kiểm thử");
        page.locator("#setting-submit").click();
        page.waitForURL("**/cau-hinh?xong=*");
    }
}

package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.tests.container.Authenticator;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Accounts, as staff and their administrators see them")
class AccountsPagesIT {
    private static final Locale VIETNAMESE =
            new Locale.Builder().setLanguage("vi").build();
    private static final String PASSWORD = "Đường về xứ Đông 2026";
    private static final String OFFICE = "000.00.12.H23";
    private static final String PROVINCE = "000.00.00.H23";

    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName("invited, accepted, second factor set up and asked for, locked: and the session is dead at once")
    void journey() {
        String name = newName();
        try (Browsing admin = Browsing.at(platform.base()).signIn("quantri");
                Browsing person = Browsing.at(platform.base())) {
            accept(person, invite(admin, name, OFFICE, "AGENCY", ""));
            person.fillIn(name, PASSWORD);
            assertThat(person.page().locator("details.account")).isVisible();

            Authenticator app = setUpSecondFactor(person);
            signOut(person);
            person.fillIn(name, PASSWORD);
            assertThat(person.page().locator("h1")).hasText("Nhập mã xác thực");
            person.open("/tai-khoan");
            assertThat(person.page().locator("h1")).hasText("Nhập mã xác thực");
            person.assertSound().assertAccessible();
            code(person, "000000");
            assertThat(person.page().locator("[role=alert]"))
                    .containsText(ErrorTexts.title(ErrorCode.CODE_WRONG, VIETNAMESE));
            code(person, app.code(0));
            assertThat(person.page().locator("h1")).hasText("Tài khoản của tôi");
            assertThat(person.page().locator("main")).containsText("Còn 10 mã khôi phục");

            lock(admin, name);
            person.page().reload();
            assertThat(person.page().locator("#username")).isVisible();
            assertThat(person.page().locator(".notice--attention")).containsText("Phiên làm việc đã kết thúc");
            person.fillIn(name, PASSWORD);
            assertThat(person.page().locator("[role=alert]"))
                    .containsText(ErrorTexts.title(ErrorCode.ACCOUNT_BARRED, VIETNAMESE));
        }
    }

    @Test
    @DisplayName("a link that was used, and one that never was, open nothing")
    void deadLinks() {
        String name = newName();
        try (Browsing admin = Browsing.at(platform.base()).signIn("quantri");
                Browsing person = Browsing.at(platform.base())) {
            String link = invite(admin, name, OFFICE, "AGENCY", "");
            accept(person, link);
            for (String dead :
                    List.of(link, platform.base() + "/portal/loi-moi?ma=x", platform.base() + "/portal/loi-moi")) {
                person.page().navigate(dead);
                assertThat(person.page().locator("h1"))
                        .hasText(ErrorTexts.title(ErrorCode.LINK_NOT_USABLE, VIETNAMESE));
                assertThat(person.page().locator("#new-password")).hasCount(0);
            }
            person.assertSound().assertAccessible();
        }
    }

    @Test
    @DisplayName("an administrator of an office finds its people, and nobody else's: 404")
    void otherAgencies() {
        String name = newName();
        Object stranger = platform.database().one("select id from account where username = 'vanhanh'");
        try (Browsing admin = Browsing.at(platform.base()).signIn("quantri");
                Browsing office = Browsing.at(platform.base())) {
            accept(office, invite(admin, name, OFFICE, "ADMIN", ""));
            office.fillIn(name, PASSWORD);
            assertThat(office.page().locator("details.account")).isVisible();
            assertThat(office.page()
                            .navigate(platform.base() + "/portal/nguoi-dung/chi-tiet?ma=" + stranger)
                            .status())
                    .isEqualTo(404);
            office.open("/nguoi-dung?q=vanhanh");
            assertThat(office.page().locator("main")).not().containsText("Trần Vận Hành");
            office.open("/nguoi-dung?q=" + name);
            assertThat(office.page().locator("main a.strong")).hasCount(1);
            office.open("/nguoi-dung/moi");
            fillInvitation(office, newName(), OFFICE, "AUDITOR", PROVINCE);
            assertThat(office.page().locator("[role=alert]"))
                    .containsText(ErrorTexts.title(ErrorCode.ACCOUNT_OUT_OF_REACH, VIETNAMESE));
            assertThat(office.page().locator("#ho-ten")).hasValue("Vũ Thị Thử Nghiệm");
        }
    }

    @Test
    @DisplayName("whoever may not administer users is told so; an auditor reads and is offered no act")
    void rights() {
        Object somebody = platform.database().one("select id from account where username = 'donvi'");
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            assertThat(browsing.page()
                            .navigate(platform.base() + "/portal/nguoi-dung")
                            .status())
                    .isEqualTo(403);
        }
        try (Browsing browsing = Browsing.at(platform.base()).signIn("kiemtoan")) {
            browsing.open("/nguoi-dung/chi-tiet?tab=thao-tac&ma=" + somebody);
            assertThat(browsing.page().locator("h1")).containsText("Lê Thị Đơn Vị");
            assertThat(browsing.page().locator("form.danger__form")).hasCount(0);
            assertThat(browsing.page()
                            .navigate(platform.base() + "/portal/nguoi-dung/moi")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("one's sessions are listed, and the others end when one says so")
    void ownSessions() {
        String name = newName();
        try (Browsing admin = Browsing.at(platform.base()).signIn("quantri");
                Browsing here = Browsing.at(platform.base());
                Browsing there = Browsing.at(platform.base())) {
            accept(here, invite(admin, name, OFFICE, "AGENCY", ""));
            here.fillIn(name, PASSWORD);
            assertThat(here.page().locator("details.account")).isVisible();
            there.open("/dang-nhap").fillIn(name, PASSWORD);
            assertThat(there.page().locator("details.account")).isVisible();
            here.open("/tai-khoan");
            assertThat(here.page().locator(".sessions__one")).hasCount(2);
            assertThat(here.page().locator(".sessions__one .tag--done")).hasCount(1);
            here.page().locator("#end-others-submit").click();
            assertThat(here.page().locator(".notice--done")).containsText("Đã đăng xuất ở mọi nơi khác");
            there.open("/tai-khoan");
            assertThat(there.page().locator("#username")).isVisible();
            here.open("/tai-khoan");
            assertThat(here.page().locator("h1")).hasText("Tài khoản của tôi");
        }
    }

    @Test
    @DisplayName("ticked users are locked in the background, for one reason that stands in their history")
    void bulk() {
        String name = newName();
        try (Browsing admin = Browsing.at(platform.base()).signIn("quantri");
                Browsing person = Browsing.at(platform.base())) {
            accept(person, invite(admin, name, OFFICE, "AGENCY", ""));
            person.fillIn(name, PASSWORD);
            assertThat(person.page().locator("details.account")).isVisible();
            admin.open("/nguoi-dung?q=" + name);
            admin.page().locator("input[name=chon]").check();
            admin.page().locator("#ly-do").fill("rà soát cuối năm");
            admin.page().locator("button[value='users.lock']").click();
            Awaitility.await("locked by the job").untilAsserted(() -> assertThat(
                            platform.database().column("select barred_reason from account where username = ?", name))
                    .containsExactly("rà soát cuối năm"));
            person.page().reload();
            assertThat(person.page().locator("#username")).isVisible();
        }
    }

    @Test
    @DisplayName("no session of the container's is kept: the only cookie of a signed-in person is the token")
    void cookies() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("kiemtoan")) {
            browsing.open("/nguoi-dung").open("/tai-khoan");
            assertThat(browsing.page().context().cookies()).singleElement().satisfies(cookie -> {
                assertThat(cookie.name).isEqualTo("LGSP_SESSION");
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite.name()).isEqualTo("STRICT");
                assertThat(cookie.path).isEqualTo("/portal");
            });
        }
    }

    @Test
    @DisplayName("every page is whole and accessible, in the light, in the dark and on a telephone")
    void pages() {
        Object somebody = platform.database().one("select id from account where username = 'donvi'");
        List<String> pages = List.of(
                "/nguoi-dung",
                "/nguoi-dung/moi",
                "/nguoi-dung/chi-tiet?ma=" + somebody,
                "/nguoi-dung/chi-tiet?tab=phien&ma=" + somebody,
                "/nguoi-dung/chi-tiet?tab=lich-su&ma=" + somebody,
                "/nguoi-dung/chi-tiet?tab=thao-tac&ma=" + somebody,
                "/vai-tro",
                "/tai-khoan",
                "/tai-khoan/xac-thuc-hai-buoc");
        try (Browsing browsing = Browsing.at(platform.base()).signIn("quantri")) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                browsing.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                pages.forEach(page -> browsing.open(page).assertSound().assertAccessible());
            }
            browsing.page().setViewportSize(390, 844);
            pages.forEach(page -> browsing.open(page).assertSound().assertNoSidewaysScroll());
        }
    }

    private static String newName() {
        String random = UUID.randomUUID().toString();
        return "thu-" + random.substring(random.length() - 12);
    }

    /** Invites somebody as an administrator does and returns the link. */
    private static String invite(Browsing admin, String name, String agency, String role, String place) {
        admin.open("/nguoi-dung/moi");
        fillInvitation(admin, name, agency, role, place);
        String link = admin.page().locator("#secret").innerText().strip();
        admin.assertSound().assertAccessible();
        return link;
    }

    private static void fillInvitation(Browsing admin, String name, String agency, String role, String place) {
        Page page = admin.page();
        page.locator("#ho-ten").fill("Vũ Thị Thử Nghiệm");
        page.locator("#ten").fill(name);
        page.locator("#don-vi").fill(agency);
        page.locator("#vai-tro-0").selectOption(role);
        page.locator("#noi-0").fill(place);
        page.locator("#invite-submit").click();
    }

    /** Opens a link and chooses the password; ends at the sign-in page. */
    private static void accept(Browsing person, String link) {
        Page page = person.page();
        page.navigate(link);
        page.locator("#new-password").fill(PASSWORD);
        page.locator("#repeated-password").fill("khác hẳn đi rồi");
        page.locator("#accept-submit").click();
        assertThat(page.locator("#repeated-password-problem")).not().isEmpty();
        page.locator("#new-password").fill(PASSWORD);
        page.locator("#repeated-password").fill(PASSWORD);
        page.locator("#accept-submit").click();
        assertThat(page.locator(".notice--done")).containsText("Đã lưu mật khẩu");
    }

    private static Authenticator setUpSecondFactor(Browsing person) {
        Page page = person.page();
        person.open("/tai-khoan/xac-thuc-hai-buoc");
        page.locator("#begin-submit").click();
        assertThat(page.locator("svg.qr path")).hasCount(1);
        person.assertSound().assertAccessible();
        Authenticator app =
                new Authenticator(page.locator("#secret").innerText().replaceAll("\\s", ""));
        page.locator("#code").fill("12345");
        page.locator("#confirm-submit").click();
        assertThat(page.locator("[role=alert]")).containsText(ErrorTexts.title(ErrorCode.CODE_WRONG, VIETNAMESE));
        page.locator("#code").fill(app.code(-1));
        page.locator("#confirm-submit").click();
        assertThat(page.locator("h2").first()).hasText("Mã khôi phục");
        assertThat(page.locator("#secret").innerText().strip().split("\\s+")).hasSize(10);
        person.assertSound().assertAccessible();
        page.locator(".secret input[type=checkbox]").check();
        page.locator(".secret form button[type=submit]").click();
        assertThat(page.locator(".notice--done")).containsText("Đã bật xác thực hai bước");
        return app;
    }

    private static void code(Browsing person, String code) {
        person.page().locator("#code").fill(code);
        person.page().locator("#code-step-submit").click();
    }

    private static void signOut(Browsing person) {
        person.page().locator("details.account summary").click();
        person.page().locator("details.account form button").click();
        assertThat(person.page().locator("#username")).isVisible();
    }

    private void lock(Browsing admin, String name) {
        Object id = platform.database().one("select id from account where username = ?", name);
        Page page = admin.page();
        admin.open("/nguoi-dung/chi-tiet?tab=thao-tac&ma=" + id);
        page.locator("#lock-danger summary").click();
        page.locator("#lock-typed").fill("tên khác");
        page.locator("#lock-reason").fill("nghỉ phép dài");
        page.locator("#lock-submit").click();
        assertThat(page.locator("[role=alert]")).containsText("chưa làm gì cả");
        page.locator("#lock-typed").fill(name);
        page.locator("#lock-submit").click();
        assertThat(page.locator(".notice--done")).containsText("Đã khóa tài khoản");
        assertThat(page.locator("main")).containsText("nghỉ phép dài");
    }
}

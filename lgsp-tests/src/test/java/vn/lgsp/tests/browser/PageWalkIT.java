package vn.lgsp.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.OwnTree;
import vn.lgsp.tests.platform.PersonalToken;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

/**
 * Walks every page of {@code pages.csv} by itself. Pages that need an id in their address are found as people find them: by a link on
 * another page. Pictures of all pages, light, dark and narrow, are left in {@code target/screenshots}.
 */
@DisplayName("Every page of the portal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageWalkIT {
    private static final Map<String, String> ACCOUNTS = new LinkedHashMap<>();

    static {
        ACCOUNTS.put("ADMIN", "quantri");
        ACCOUNTS.put("OPERATOR", "vanhanh");
        ACCOUNTS.put("AGENCY", "donvi");
        ACCOUNTS.put("APPROVER", "pheduyet");
        ACCOUNTS.put("DEVELOPER", "tichhop");
        ACCOUNTS.put("AUDITOR", "kiemtoan");
        ACCOUNTS.put("EXECUTIVE", "lanhdao");
    }

    /** Where forms lead and links do not. */
    private static final List<String> UNLINKED = List.of("/tim?q=so", "/tai-khoan");

    private static final Path PICTURES = Path.of("target/screenshots");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Words words = new Words();

    /** The first address of each page that somebody was led to, and who. */
    private final Map<String, String> addresses = new LinkedHashMap<>();

    private final Map<String, String> visitors = new HashMap<>();

    /** Of those who have signed in: a password is made to take its time. */
    private final Map<String, String> cookies = new HashMap<>();

    @BeforeAll
    void explore() {
        // The sample data bring an account for each role; they are loaded in the background.
        Awaitility.await("accounts of the sample data")
                .until(() -> platform.database()
                                .count("select count(*) from account where username in ('pheduyet', 'tichhop')")
                        == 2);
        Parcel.granted(
                        Application.source(platform),
                        Application.destination(platform),
                        Map.of("title", "Công văn " + UUID.randomUUID()))
                .upload("Công văn.pdf", new byte[1_000])
                .complete();
        Parcel.sent(Application.source(platform), Application.destination(platform))
                .refuse();
        refuse();
        draftReorganisation();
        enter("/api/v1/zones", Map.of("code", name(), "name", "Vùng nội tỉnh"));
        enter("/api/v1/policies", Map.of("code", name(), "nameVi", "Giờ hành chính", "nameEn", "Office hours"));
        enter("/api/v1/agency-imports", Map.of("name", "Danh sách đơn vị trực thuộc"));
        enter("/api/v1/groups", Map.of("owner", "H23", "code", name(), "name", "Các sở, ban, ngành"));
        enter("/api/v1/code-lists", Map.of("code", name(), "nameVi", "Giới tính", "nameEn", "Sex"));
        enter(
                "/api/v1/data-types",
                Map.of(
                        "code",
                        name(),
                        "nameVi",
                        "Hồ sơ một cửa",
                        "nameEn",
                        "One-stop file",
                        "protocol",
                        "xml",
                        "rules",
                        Map.of("maxBytes", 10_485_760, "schema", "xsd")));
        enter(
                "/api/v1/transformations",
                Map.of(
                        "code",
                        name(),
                        "nameVi",
                        "Hồ sơ XML sang JSON",
                        "nameEn",
                        "Files from XML to JSON",
                        "fromType",
                        "file",
                        "toType",
                        "file",
                        "mediaIn",
                        List.of("application/xml"),
                        "mediaOut",
                        "application/json",
                        "kind",
                        "xml-to-json"));
        String service = offerService();
        for (Map.Entry<String, String> account : ACCOUNTS.entrySet()) {
            try (Browsing browsing = Browsing.at(platform.base()).signIn(account.getValue())) {
                orderJob(browsing, account.getKey());
                Set<String> seen = new TreeSet<>();
                if (account.getValue().equals("vanhanh")) {
                    // What can be done with a key is linked from a tab of its page.
                    follow(browsing, "/khoa/chi-tiet?ma=" + key() + "&tab=thao-tac", account.getValue(), seen);
                }
                for (PortalPages page : PortalPages.all()) {
                    if (page.inMenu() && page.opensFor(account.getKey())) {
                        follow(browsing, page.path(), account.getValue(), seen);
                    }
                }
                for (String address : UNLINKED) {
                    follow(browsing, address, account.getValue(), seen);
                }
                if (account.getValue().equals("vanhanh")) {
                    follow(browsing, "/dinh-tuyen/sua", account.getValue(), seen);
                }
                follow(browsing, "/ung-dung/dich-vu?ma=" + service, account.getValue(), seen);
            }
        }
    }

    private Object key() {
        return platform.database()
                .one(
                        "select id from access_key where access_key = ?",
                        Application.source(platform).credentials().accessKey());
    }

    /** A wrong signature in the log of authentication, for its page. */
    private void refuse() {
        String request = Application.source(platform)
                .call("GET", "/api/v1/inbox")
                .withSecret("lgsp_test_sk_khong_phai")
                .send()
                .refused(401, "signature-invalid")
                .get("requestId")
                .asText();
        Awaitility.await("the refusal is in the log")
                .until(() -> platform.database()
                                .count("select count(*) from authentication_event where request_id = ?::uuid", request)
                        == 1);
    }

    /** A request for reorganisation, for its page. */
    private void draftReorganisation() {
        OwnTree tree = OwnTree.enter(platform.database());
        Application.source(platform)
                .call("POST", "/api/v1/reorganisations")
                .unsigned()
                .header("authorization", PersonalToken.bearer(platform.database(), "vanhanh", false))
                .json(Map.of(
                        "title",
                        "Sắp xếp trung tâm " + tree.office(),
                        "agency",
                        tree.office(),
                        "steps",
                        List.of(Map.of("act", "dissolve", "sources", List.of(tree.unit(1)), "target", tree.unit(2)))))
                .send()
                .expect(201);
    }

    private static String name() {
        return "di-qua-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A service with operations; returns its id. */
    private String offerService() {
        String application = enter(
                        "/api/v1/applications",
                        Map.of(
                                "agency",
                                "H23",
                                "code",
                                name(),
                                "environment",
                                "test",
                                "name",
                                "Cổng dịch vụ công",
                                "kind",
                                "web-service"))
                .get("application")
                .get("id")
                .asText();
        return enter(
                        "/api/v1/services",
                        Map.of(
                                "application",
                                application,
                                "code",
                                name(),
                                "name",
                                "Tra cứu hồ sơ",
                                "operations",
                                List.of(
                                        Map.of("code", "traCuu", "name", "Tra cứu"),
                                        Map.of("code", "nop", "name", "Nộp hồ sơ"))))
                .get("id")
                .asText();
    }

    /** A thing for its page. */
    private Answer enter(String path, Map<String, ?> body) {
        return Application.source(platform)
                .call("POST", path)
                .unsigned()
                .header("authorization", PersonalToken.bearer(platform.database(), "vanhanh", false))
                .json(body)
                .send()
                .expect(201);
    }

    /** Opens a page, remembers it as reached, and goes on to the declared pages that it links to. */
    private void follow(Browsing browsing, String address, String visitor, Set<String> seen) {
        String path = path(address);
        if (!seen.add(path)
                || PortalPages.all().stream().noneMatch(page -> page.path().equals(path))) {
            return;
        }
        Response response = browsing.page().navigate(platform.base() + "/portal" + address);
        if (response.status() != 200) {
            return;
        }
        addresses.putIfAbsent(path, address);
        visitors.putIfAbsent(path, visitor);
        for (String link : browsing.links()) {
            follow(browsing, link, visitor, seen);
        }
    }

    /** A job in the list of jobs, for its page: one account's sessions are ended by an administrator. */
    private void orderJob(Browsing browsing, String role) {
        if (!role.equals("ADMIN")) {
            return;
        }
        Page page = browsing.open("/nguoi-dung?q=lanhdao").page();
        page.locator("input[name=chon]").first().check();
        page.locator("#ly-do").fill("Kiểm thử tác vụ");
        page.locator("button[value='users.sign-out']").click();
        page.waitForURL("**/tac-vu/chi-tiet?ma=*");
    }

    @Test
    @DisplayName("is reached by somebody")
    void reached() {
        Set<String> missing = new TreeSet<>();
        for (PortalPages page : PortalPages.all()) {
            boolean opened = addresses.containsKey(page.path()) || !page.who().matches("[*A-Z ]+");
            if (!opened) {
                missing.add(page.path());
            }
        }
        // These open in a moment of their own only: a code is owed, a password must be changed.
        missing.removeAll(Set.of("/xac-thuc", "/doi-mat-khau"));
        assertThat(missing).isEmpty();
    }

    @TestFactory
    @DisplayName("opens for the roles that may open it, and for no other")
    List<DynamicTest> roles() {
        return ACCOUNTS.entrySet().stream()
                .map(account -> DynamicTest.dynamicTest(account.getKey(), () -> rolesOf(account)))
                .toList();
    }

    private void rolesOf(Map.Entry<String, String> account) {
        try (Browsing browsing = Browsing.at(platform.base()).signIn(account.getValue())) {
            for (PortalPages page : PortalPages.all()) {
                APIResponse answer = browsing.page().request().get(platform.base() + "/portal" + page.path());
                boolean opens = page.opensFor(account.getKey());
                if (opens && page.inMenu()) {
                    assertThat(answer.status())
                            .as("%s for %s", page.path(), account.getKey())
                            .isEqualTo(200);
                    browsing.open(page.path()).assertSound();
                } else if (!opens) {
                    assertThat(answer.status())
                            .as("%s for %s", page.path(), account.getKey())
                            .isEqualTo(page.refusal());
                }
            }
        }
    }

    @TestFactory
    @DisplayName("is sound, speaks one language, is accessible in light and dark, by keyboard and on a telephone")
    List<DynamicTest> quality() {
        return addresses.keySet().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> qualityOf(path)))
                .toList();
    }

    private void qualityOf(String path) {
        String address = addresses.get(path);
        String picture = PortalPages.all().stream()
                .filter(page -> page.path().equals(path))
                .findFirst()
                .orElseThrow()
                .slug();
        try (Browsing browsing =
                Browsing.with(platform.base(), cookies.computeIfAbsent(visitors.get(path), this::cookiesOf))) {
            browsing.open(address)
                    .assertSound()
                    .assertAccessible()
                    .assertKeyboard()
                    .picture(PICTURES, picture + "-light");
            assertThat(words.foreign("vi", browsing.texts()))
                    .as("English at %s", path)
                    .isEmpty();
            browsing.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            browsing.open(address).assertSound().assertAccessible().picture(PICTURES, picture + "-dark");
            browsing.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            browsing.page().setViewportSize(390, 844);
            browsing.open(address).assertSound().assertNoSidewaysScroll().picture(PICTURES, picture + "-narrow");
            browsing.page().setViewportSize(1280, 900);
            browsing.open(address + (address.contains("?") ? "&" : "?") + "lang=en")
                    .assertSound();
            assertThat(words.foreign("en", browsing.texts()))
                    .as("Vietnamese at %s", path)
                    .isEmpty();
        }
    }

    private String cookiesOf(String visitor) {
        try (Browsing browsing = Browsing.at(platform.base()).signIn(visitor)) {
            return browsing.cookies();
        }
    }

    private static String path(String address) {
        return address.split("[?#]", 2)[0];
    }
}

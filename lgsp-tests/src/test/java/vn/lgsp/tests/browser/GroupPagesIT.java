package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.OwnTree;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Groups, services and the tree of agencies, as staff look after them")
class GroupPagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Province province = new Province(platform);

    private static String name() {
        return "thu-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static Map<String, ?> party(String kind, String code) {
        return Map.of("kind", kind, "code", code);
    }

    @Test
    @DisplayName("a group is made, gets a right; an agency that joins waits until somebody else has approved")
    void groups() {
        String code = name();
        String member = province.agencyBelow();
        String other = province.agencyBelow();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing approver = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page page = operator.open("/quyen-truy-xuat/nhom/tao").page();
            page.fill("[name=ten]", "Nhóm thử trang");
            page.fill("[name=ma-nhom]", "Có Dấu");
            page.fill("[name=don-vi]", "H23");
            page.click("#group-submit");
            assertThat(page.locator("#ma-nhom-problem")).not().isEmpty();
            page.fill("[name=ma-nhom]", code);
            page.click("#group-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã tạo nhóm");
            String path =
                    page.url().substring(page.url().indexOf("/quyen-truy-xuat")).replaceAll("&xong.*", "");
            page.fill("[name=don-vi]", "KHONG.CO");
            page.click("#add-submit");
            assertThat(page.locator("#don-vi-problem")).not().isEmpty();
            page.fill("[name=don-vi]", member);
            page.click("#add-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã đưa đơn vị vào nhóm");

            Person asking = Person.named(platform, "vanhanh");
            Answer right = asking.post(
                            "/api/v1/access-rights",
                            Map.of(
                                    "source",
                                    party("group", code),
                                    "destination",
                                    party("agency", member),
                                    "dataType",
                                    "file"))
                    .expect(201);
            Person.named(platform, "pheduyet")
                    .post("/api/v1/access-rights/" + right.get("id").asText() + ":approve", Map.of())
                    .expect(200);

            operator.open(path);
            page.fill("[name=don-vi]", other);
            page.click("#add-submit");
            assertThat(page.locator(".notice--done")).containsText("sau khi một người khác duyệt");
            assertThat(page.locator("main")).containsText("Bạn đã đề nghị");
            assertThat(page.locator("main input[value='Duyệt']")).hasCount(0);
            operator.assertSound().assertAccessible().picture(PICTURES, "nhom-cho-duyet");

            Page deciding = approver.open("/quyen-truy-xuat/nhom?cho-duyet=co&q=" + code)
                    .page();
            deciding.locator("main a", new Page.LocatorOptions().setHasText("Nhóm thử trang"))
                    .first()
                    .click();
            approver.assertSound().assertAccessible().picture(PICTURES, "nhom-phe-duyet");
            deciding.locator("main input[value='Duyệt']").click();
            assertThat(deciding.locator(".notice--done")).containsText("Đã duyệt");
            assertThat(deciding.locator("main")).not().containsText("Chờ duyệt vào nhóm");
            assertThat(deciding.locator("main")).containsText(other);
            for (String tab : new String[] {"quyen", "lich-su"}) {
                approver.open(path + "&tab=" + tab)
                        .assertSound()
                        .assertAccessible()
                        .picture(PICTURES, "nhom-" + tab);
            }
            assertThat(deciding.locator("main")).containsText("Duyệt vào nhóm");
            approver.open("/tim?q=" + code);
            assertThat(deciding.locator("main")).containsText("Nhóm thử trang");
            operator.open(path + "&tab=thao-tac");
            page.fill("[name=ten]", "Nhóm đã đổi tên");
            page.click("#rename-submit");
            assertThat(page.locator("h1")).containsText("Nhóm đã đổi tên");
            page.locator("main tr", new Page.LocatorOptions().setHasText(other))
                    .locator("input[value='Bỏ khỏi nhóm']")
                    .click();
            assertThat(page.locator(".notice--done")).containsText("không còn trong nhóm");
            assertThat(page.locator("main")).not().containsText(other);
        }
    }

    @Test
    @DisplayName(
            "a service is renamed; operations are added, renamed and withdrawn; what somebody else changed is told")
    void services() {
        Person person = Person.named(platform, "vanhanh");
        String application = person.post(
                        "/api/v1/applications",
                        Map.of(
                                "agency",
                                province.agencyBelow(),
                                "code",
                                name(),
                                "environment",
                                "test",
                                "name",
                                "Ứng dụng thử dịch vụ",
                                "kind",
                                "web-service"))
                .expect(201)
                .get("application")
                .get("id")
                .asText();
        Answer made = person.post(
                        "/api/v1/services", Map.of("application", application, "code", name(), "name", "Tra cứu"))
                .expect(201);
        String service = made.get("id").asText();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = operator.open("/ung-dung/chi-tiet?tab=dich-vu&ma=" + application)
                    .page();
            page.locator("main a", new Page.LocatorOptions().setHasText("Tra cứu"))
                    .click();
            page.locator("summary", new Page.LocatorOptions().setHasText("Thêm thao tác"))
                    .click();
            page.fill("[name=thao-tac-ma]", "có dấu");
            page.fill("[name=thao-tac-ten]", "Nộp hồ sơ");
            page.click("#operation-submit");
            assertThat(page.locator("#thao-tac-ma-problem")).not().isEmpty();
            page.fill("[name=thao-tac-ma]", "nop");
            page.click("#operation-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã thêm thao tác");
            Locator line = page.locator(".acts-list__one", new Page.LocatorOptions().setHasText("Nộp hồ sơ"));
            line.locator("summary").click();
            line.locator("input[type=text]").fill("Nộp hồ sơ trực tuyến");
            line.locator("input[type=submit]").click();
            assertThat(page.locator(".notice--done")).containsText("Đã đổi tên thao tác");
            operator.assertSound().assertAccessible().picture(PICTURES, "dich-vu-thao-tac");

            page.locator("summary", new Page.LocatorOptions().setHasText("Đổi tên dịch vụ"))
                    .click();
            Answer now = person.get("/api/v1/services/" + service).expect(200);
            person.send("PATCH", "/api/v1/services/" + service, Map.of("name", "Người khác"), now.header("ETag"))
                    .expect(200);
            page.fill("[name=ten]", "Của tôi");
            page.click("#rename-submit");
            assertThat(page.locator(".notice--error")).isVisible();
            assertThat(page.locator("h1")).containsText("Người khác");

            operator.open("/ung-dung/dich-vu?ma=" + service);
            page.locator("a", new Page.LocatorOptions().setHasText("Rút thao tác"))
                    .click();
            page.click("#withdraw-danger summary");
            page.fill("#withdraw-reason", "Thay bằng thao tác khác");
            page.click("#withdraw-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã rút thao tác");
            assertThat(page.locator("main")).containsText("Đã rút");
            page.click("#close-service-danger summary");
            page.fill("#close-service-reason", "Hết nhu cầu");
            page.click("#close-service-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã đóng dịch vụ");
            assertThat(page.locator("summary", new Page.LocatorOptions().setHasText("Thêm thao tác")))
                    .hasCount(0);
        }
    }

    @Test
    @DisplayName("an agency's applications, users and rights open for whoever may see them there, and for nobody else")
    void holdings() {
        String[][] views = {
            {"vanhanh", "ung-dung quyen", "nguoi-dung"},
            {"kiemtoan", "ung-dung nguoi-dung quyen", ""},
            {"quantri", "nguoi-dung", "ung-dung quyen"},
            {"lanhdao", "", "ung-dung nguoi-dung quyen"}
        };
        for (String[] view : views) {
            try (Browsing browsing = Browsing.at(platform.base()).signIn(view[0])) {
                Page page = browsing.open("/co-quan/chi-tiet?ma=H23").page();
                for (String tab : view[1].isEmpty() ? new String[0] : view[1].split(" ")) {
                    assertThat(page.locator(".tabs a[href$='tab=" + tab + "']")).hasCount(1);
                    browsing.open("/co-quan/chi-tiet?ma=H23&tab=" + tab)
                            .assertSound()
                            .assertAccessible()
                            .picture(PICTURES, "co-quan-" + tab);
                    assertThat(page.locator("main table tbody tr").first()).isVisible();
                }
                for (String tab : view[2].isEmpty() ? new String[0] : view[2].split(" ")) {
                    browsing.open("/co-quan/chi-tiet?ma=H23&tab=" + tab);
                    assertThat(page.locator(".tabs a[href$='tab=" + tab + "']")).hasCount(0);
                    assertThat(page.locator(".tabs a[aria-current=page]")).containsText("Thông tin");
                }
            }
        }
    }

    @Test
    @DisplayName("the tree is opened and closed by keyboard, on a telephone too; a day before shows it as it was")
    void tree() {
        OwnTree own = OwnTree.enter(platform.database());
        try (Browsing browsing = Browsing.narrow(platform.base()).signIn("lanhdao")) {
            Page page = browsing.open("/co-quan/so-do?goc=H23").page();
            assertThat(page.locator(".tree__more")).hasCount(1);
            int before = page.locator(".tree__row").count();
            page.locator(".tree__more").press("Enter");
            page.waitForURL("**mo=H23~2*");
            org.assertj.core.api.Assertions.assertThat(
                            page.locator(".tree__row").count())
                    .isGreaterThan(before);
            browsing.open("/co-quan/so-do?goc=H23&mo=H23~2")
                    .assertSound()
                    .assertAccessible()
                    .assertNoSidewaysScroll()
                    .picture(PICTURES, "co-quan-so-do-narrow-open");
            browsing.open("/co-quan/so-do?goc=" + own.office());
            assertThat(page.locator(".tree__row")).hasCount(3);
            browsing.open("/co-quan/so-do?goc=" + own.office() + "&tai-ngay=01/01/2024");
            assertThat(page.locator("main")).containsText("Không có đơn vị nào");
            browsing.open("/co-quan/so-do?goc=KHONG.CO");
            assertThat(page.locator(".problem").first()).containsText("Không có đơn vị nào mang mã này");
            browsing.page().setViewportSize(1280, 900);
            browsing.open("/co-quan/so-do?goc=H23&mo=H23.01,H23.02,H23.12");
            Locator branch = page.locator(".tree__branch[aria-expanded=true]").first();
            int open = page.locator(".tree__branch[aria-expanded=true]").count();
            browsing.assertSound().assertAccessible().assertKeyboard().picture(PICTURES, "co-quan-so-do-open");
            branch.press("Enter");
            page.waitForURL("**#don-vi-*");
            assertThat(page.locator(".tree__branch[aria-expanded=true]")).hasCount(open - 1);
        }
    }
}

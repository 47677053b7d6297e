package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("The dashboard: what each role needs, each thing once")
class DashboardIT {
    private static final String COMPLETED_IN_30_DAYS =
            """
            select count(*) from packet_history h
            join packet p on p.id = h.packet_id join agency a on a.id = p.source_agency_id
            where a.code = ? and h.subject = 'DELIVERY' and h.to_state = 'PLANNED'
                and h.at >= date_trunc('day', now(), 'Asia/Ho_Chi_Minh') - interval '29 days'
            """;

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @Test
    @DisplayName("an operator sees what is wrong first, then figures, traffic, times, reasons and the ranking")
    void operator() {
        Parcel parcel = Parcel.sent(source, destination);
        destination
                .post(parcel.deliveryPath() + ":refuse", java.util.Map.of("reason", "Lý do kiểm thử"))
                .expect(200);
        Parcel.sent(source, destination).accept().fetch().confirm();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.page();
            assertThat(page.locator(".concerns .notice--error").first()).containsText("không giao được");
            assertThat(page.locator(".kpi")).hasCount(4);
            assertThat(headings(page))
                    .contains("Lưu lượng 24 giờ qua", "Yêu cầu bị từ chối, 24 giờ qua", "Gói tin mới nhất")
                    .anyMatch(heading -> heading.startsWith("Thời gian giao"))
                    .doesNotHaveDuplicates();
            assertThat(page.locator("svg.chart")).hasCount(2);
            page.locator("details.numbers summary").first().click();
            assertThat(page.locator("details.numbers table").first()).isVisible();
            browsing.assertSound();

            page.locator(".concerns .notice--error a").first().click();
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/goi-tin\\?.*trang-thai=.*"));
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("an agency sees what waits for it, how far it has come, its applications and keys, and no ranking")
    void agency() {
        Parcel.sent(source, destination);
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            Page page = browsing.page();
            assertThat(page.locator(".kpi").first()).containsText("Chờ đơn vị nhận");
            assertThat(page.locator(".kpi").nth(1)).containsText("Đã gửi, chưa xác nhận");
            assertThat(page.locator("main")).containsText("qlvb-stttt");
            assertThat(page.locator("main")).not().containsText("qlvb-tphd (");
            assertThat(headings(page))
                    .contains("Ứng dụng và khóa của đơn vị", "Lưu lượng 24 giờ qua")
                    .doesNotContain("Đơn vị gửi nhận nhiều nhất, 30 ngày qua")
                    .doesNotHaveDuplicates();
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("a leader reads six figures, the year and the ranking; the report opens from there")
    void executive() {
        Parcel.sent(source, destination).accept().fetch().confirm();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("lanhdao")) {
            Page page = browsing.page();
            assertThat(page.locator(".kpi")).hasCount(6);
            assertThat(headings(page))
                    .contains("Gửi và nhận trong 12 tháng", "Đơn vị gửi nhận nhiều nhất, 30 ngày qua")
                    .doesNotContain("Yêu cầu bị từ chối, 24 giờ qua");
            assertThat(page.locator("main")).not().containsText("khóa");
            browsing.assertSound();

            page.locator("main a[href*='/bao-cao/gui-nhan?ky=30d&don-vi=']")
                    .first()
                    .click();
            assertThat(page.locator("h1")).hasText("Gửi nhận theo đơn vị");
            browsing.assertSound();
        }
    }

    @Test
    @DisplayName("an administrator sees no packets and no figures of them")
    void administrator() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("quantri")) {
            assertThat(browsing.page().locator("svg.chart")).hasCount(0);
            assertThat(browsing.page().locator("main")).containsText("Cấu hình đã đổi trong 24 giờ qua");
            browsing.assertSound();
            browsing.open("/bao-cao/gui-nhan");
            assertThat(browsing.page().locator("h1")).containsText("không có quyền");
        }
    }

    @Test
    @DisplayName("the report is a list: filters in the address, figures of the period, the exact numbers of an agency")
    void report() {
        Parcel.sent(source, destination).accept().fetch().confirm();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("kiemtoan")) {
            Page page = browsing.page();
            browsing.open("/bao-cao/gui-nhan?ky=30d&don-vi=" + source.agency());
            await().untilAsserted(() -> {
                page.reload();
                String shown = page.locator(
                                "section table.table tbody tr", new Page.LocatorOptions().setHasText(source.agency()))
                        .first()
                        .locator("td.number .cell")
                        .first()
                        .innerText();
                assertThat(Long.parseLong(shown.replaceAll("\\D", "")))
                        .isEqualTo(platform.database().count(COMPLETED_IN_30_DAYS, source.agency()));
            });
            browsing.assertSound().assertAccessible();

            browsing.open("/bao-cao/gui-nhan?ky=30d&q=1&don-vi=khong-co-don-vi-nao");
            assertThat(page.locator(".empty__title")).isVisible();
            browsing.assertSound();
            browsing.open("/bao-cao/gui-nhan?ky=tuy-chon&tu=31/12/2020&den=01/01/2020");
            browsing.assertSound();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanhanh", "donvi", "lanhdao", "kiemtoan", "quantri"})
    @DisplayName("every variant is accessible in the light and in the dark, and fits a telephone")
    void variants(String username) {
        Parcel.sent(source, destination).accept().fetch().confirm();
        await().until(() -> platform.database().count("select count(*) from traffic_time_now") > 0);
        try (Browsing browsing = Browsing.at(platform.base())) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                browsing.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                browsing.page().context().clearCookies();
                browsing.signIn(username).assertSound().assertAccessible();
            }
        }
        try (Browsing browsing = Browsing.narrow(platform.base())) {
            browsing.signIn(username).assertNoSidewaysScroll().assertSound().assertAccessible();
        }
    }

    private static List<String> headings(Page page) {
        return page.locator("main h2").allInnerTexts();
    }
}

package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("What could not be delivered, in the portal: the source decides, operators remind (portal 2.2, 2.3)")
class UndeliverablePagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private Receivers receivers;
    private Parcel parcel;
    private String title;
    private UUID first;

    @BeforeEach
    void late() {
        receivers = new Receivers(platform, source, 3);
        title = "Không ai nhận " + UUID.randomUUID();
        parcel = Parcel.granted(
                        source,
                        receivers.get(0),
                        Map.of(
                                "recipients",
                                List.of(receivers.entry(0), receivers.entry(1)),
                                "dataType",
                                receivers.dataType(),
                                "title",
                                title))
                .upload("a.txt", new byte[] {1})
                .complete();
        first = parcel.delivery();
        database.update("delete from undeliverable_notice");
        database.update("update delivery set report_at = now() where packet_id = ?", parcel.id());
        Awaitility.await("entered and told")
                .until(() -> database.count(
                                "select count(*) from undeliverable where packet_id = ? and told_at is not null",
                                parcel.id())
                        == 2);
    }

    private String entry() {
        return "/goi-tin/khong-giao-duoc/chi-tiet?ma=" + first;
    }

    @Test
    @DisplayName(
            "people of the source see the reason, wait, send it to another agency; nothing is left to be decided then")
    void decided() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            Page page = browsing.open("/goi-tin/khong-giao-duoc?nguyen-nhan=LATE&quyet-dinh=OPEN")
                    .page();
            assertThat(page.locator("main")).containsText(title);
            assertThat(page.locator("main")).containsText("Đích chưa nhận");
            browsing.assertSound().assertAccessible().picture(PICTURES, "undeliverable");
            page.click("a[href$='" + first + "']");
            browsing.assertSound().assertAccessible().picture(PICTURES, "undeliverable-entry");
            page.click("#wait-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã quyết định chờ thêm");
            assertThat(page.locator("main")).containsText("Chờ đến");
            page.fill("[name=don-vi]", "KHONG.CO");
            page.click("#redirect-submit");
            assertThat(page.locator("#don-vi-problem")).not().isEmpty();
            page.fill("[name=don-vi]", receivers.get(2).agency());
            page.click("#redirect-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã đổi đích");
            assertThat(page.locator(".acts-list")).hasCount(0);
            assertThat(database.one("select state from delivery where replaces_id = ?", first))
                    .isIn("PLANNED", "NOTIFIED");
            assertThat(database.one("select decided_by from undeliverable where delivery_id = ?", first))
                    .isEqualTo("donvi");
        }
    }

    @Test
    @DisplayName("operators decide nothing; they remind the destination, many as a job, not again within the hour")
    void reminded() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.open("/goi-tin/khong-giao-duoc?don-vi="
                            + receivers.get(0).agency())
                    .page();
            page.check("input[name=chon][value='" + first + "']");
            page.fill("#ly-do", "Đích chưa lấy");
            page.click("button[value='undeliverable.remind']");
            page.waitForURL("**/tac-vu/chi-tiet?ma=*");
            Awaitility.await("reminded")
                    .until(() -> database.count(
                                    """
                                    select count(*) from event where delivery_id = ? and type = 'vn.lgsp.packet.reminder.v1'
                                    """,
                                    first)
                            == 1);
            browsing.open(entry());
            assertThat(page.locator("#redirect-submit")).hasCount(0);
            assertThat(page.locator("#cancel-danger")).hasCount(0);
            page.click("#remind-submit");
            assertThat(page.locator(".notice--error")).containsText("Vừa nhắc đích rồi");
        }
        try (Browsing auditor = Browsing.at(platform.base()).signIn("donvi-syt")) {
            Page page = auditor.open("/goi-tin/khong-giao-duoc").page();
            assertThat(page.locator("main")).not().containsText(title);
            auditor.open(entry());
            assertThat(page.locator("main")).not().containsText(title);
        }
    }

    @Test
    @DisplayName(
            "a packet says how many destinations there are, is recalled by its source, and asked for again by a destination's people")
    void recalledAndAskedFor() {
        parcel.at(receivers.get(0), first).accept().fetch().confirm();
        String packet = "/goi-tin/chi-tiet?ma=" + parcel.id();
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            Page page = browsing.open("/goi-tin?q=" + parcel.id()).page();
            assertThat(page.locator("main")).containsText(" +1");
            browsing.open(packet);
            assertThat(page.locator("#cancel-danger")).hasCount(0);
            page.click("#recall-danger summary");
            page.fill("#recall-reason", "Gửi nhầm phụ lục");
            page.click("#recall-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã thu hồi");
            assertThat(page.locator("#recall-danger")).hasCount(0);
            assertThat(database.packetState(parcel.id())).isEqualTo("DELIVERED");
        }
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            Page page = browsing.open(packet).page();
            assertThat(page.locator("#recall-danger")).hasCount(0);
            page.click("#ask-danger summary");
            page.fill("#ask-reason", "Máy chủ hỏng, mất tệp");
            page.click("#ask-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã đề nghị nguồn gửi lại");
            assertThat(page.locator("main")).containsText("Máy chủ hỏng, mất tệp");
            browsing.assertSound().assertAccessible().picture(PICTURES, "packet-asked-again");
        }
        Parcel again = Parcel.granted(
                source, receivers.get(0), Map.of("resendOf", parcel.id().toString(), "dataType", receivers.dataType()));
        try (Browsing browsing = Browsing.at(platform.base()).signIn("donvi")) {
            Page page = browsing.open(packet).page();
            page.click("a[href$='" + again.id() + "']");
            assertThat(page.locator("main")).containsText("gửi lại một gói tin trước");
        }
    }
}

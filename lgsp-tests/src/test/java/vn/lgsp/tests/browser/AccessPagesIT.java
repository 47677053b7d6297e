package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Applications and access rights, as staff ask for them and decide on them")
class AccessPagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Province province = new Province(platform);

    @Test
    @DisplayName("a right is asked for, approved by somebody else, and withdrawn")
    void rights() {
        String source = province.agencyBelow();
        String destination = province.agencyBelow();
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing approver = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page asking = operator.open("/quyen-truy-xuat/de-nghi").page();
            asking.fill("[name=nguon]", source);
            asking.fill("[name=dich]", source);
            asking.selectOption("[name=noi-dung]", "file");
            asking.fill("[name=den-ngay]", "30/2/2099");
            asking.fill("[name=han-muc]", "25");
            asking.fill("[name=van-ban]", "12/QĐ-STTTT");
            asking.click("#access-submit");
            assertThat(asking.locator("#den-ngay-problem")).containsText("sai dạng");
            asking.fill("[name=den-ngay]", "31/12/2099");
            asking.click("#access-submit");
            assertThat(asking.locator("#dich-problem")).containsText("không được là một");
            asking.fill("[name=dich]", destination);
            asking.click("#access-submit");
            assertThat(asking.locator(".notice--done")).containsText("Đã gửi đề nghị");
            assertThat(asking.locator("main")).containsText("Bạn là người đề nghị");
            assertThat(asking.locator("main")).containsText("31/12/2099");
            assertThat(asking.locator("#approve-submit")).hasCount(0);
            operator.assertSound().assertAccessible().picture(PICTURES, "access-requested");

            String path = asking.url()
                    .substring(asking.url().indexOf("/quyen-truy-xuat"))
                    .replaceAll("&xong.*", "");
            Page deciding = approver.open(path).page();
            deciding.click("#approve-submit");
            assertThat(deciding.locator(".notice--done")).containsText("Đã duyệt");
            approver.assertSound().assertAccessible().picture(PICTURES, "access-approved");

            Page matrix = operator.open("/quyen-truy-xuat/ma-tran?don-vi=" + source + "," + destination)
                    .page();
            assertThat(matrix.locator(".matrix .tag--done")).hasCount(1);
            Page withdrawing = operator.open(path).page();
            withdrawing.click("#withdraw-danger summary");
            withdrawing.fill("#withdraw-reason", "Hết nhu cầu");
            withdrawing.click("#withdraw-submit");
            assertThat(withdrawing.locator(".notice--done")).containsText("Đã thu hồi");
        }
    }

    @Test
    @DisplayName(
            "an application is registered, approved by somebody else, activated; a service is added, and why it may not send is explained")
    void applications() {
        String agency = province.agencyBelow();
        String code = "thu-" + UUID.randomUUID().toString().substring(0, 13);
        try (Browsing operator = Browsing.at(platform.base()).signIn("vanhanh");
                Browsing approver = Browsing.at(platform.base()).signIn("pheduyet")) {
            Page page = operator.open("/ung-dung/dang-ky").page();
            page.fill("[name=don-vi]", agency);
            page.fill("[name=ma-ung-dung]", "Có Dấu");
            page.fill("[name=ten]", "Ứng dụng thử trang");
            page.click("#application-submit");
            assertThat(page.locator("#ma-ung-dung-problem")).not().isEmpty();
            page.fill("[name=ma-ung-dung]", code);
            page.check("[name=gui][value=edoc]");
            page.click("#application-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã gửi đăng ký");
            String path = page.url().substring(page.url().indexOf("/ung-dung")).replaceAll("&xong.*", "");
            operator.open(path + "&tab=thao-tac");
            assertThat(page.locator("#approve-submit")).hasCount(0);

            Page deciding = approver.open(path + "&tab=thao-tac").page();
            deciding.click("#approve-submit");
            assertThat(deciding.locator(".notice--done")).containsText("Đã duyệt");
            operator.open(path + "&tab=thao-tac");
            page.click("#activate-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã kích hoạt");

            operator.open(path + "&tab=dich-vu");
            page.click("details.unfold summary");
            page.fill("[name=dv-ma]", code);
            page.fill("[name=dv-ten]", "Tra cứu hồ sơ");
            page.fill("[name=dv-thao-tac]", "traCuu Tra cứu; nop Nộp hồ sơ");
            page.click("#service-submit");
            assertThat(page.locator(".notice--done")).containsText("Đã thêm dịch vụ");
            for (String tab :
                    new String[] {"tong-quan", "ket-noi", "quyen", "loai-du-lieu", "dich-vu", "hoat-dong", "thao-tac"
                    }) {
                operator.open(path + "&tab=" + tab)
                        .assertSound()
                        .assertAccessible()
                        .picture(PICTURES, "ung-dung-" + tab);
            }
            operator.open("/quyen-truy-xuat/giai-thich?loai=file&ung-dung=" + code + "&dich=" + agency);
            Locator main = page.locator("main");
            assertThat(main).containsText("Không gửi được");
            assertThat(main).containsText("Loại dữ liệu không nằm trong danh sách");
            operator.assertSound().assertAccessible().picture(PICTURES, "giai-thich");
        }
    }
}

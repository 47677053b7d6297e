package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.container.Authenticator;
import vn.lgsp.tests.platform.PlatformProcess;

@DisplayName("The first sign-in to a platform that is no demonstration")
class FirstSignInIT {
    private static final String PASSWORD = "Đường về xứ Đông 2026";

    @Test
    @DisplayName("asks for a new password, then for a second factor, and opens nothing else before")
    void firstSignIn() throws IOException {
        try (PlatformProcess platform = PlatformProcess.start("first-sign-in", Map.of("LGSP_DEMO", "false"));
                Browsing browsing = Browsing.at(platform.base())) {
            Page page = browsing.page();
            browsing.open("/nguoi-dung").fillIn("quantri", noted(platform));
            assertThat(page.locator("h1")).hasText("Đổi mật khẩu");
            browsing.open("/nguoi-dung");
            assertThat(page.locator("h1")).hasText("Đổi mật khẩu");
            page.locator("#old-password").fill(noted(platform));
            page.locator("#new-password").fill(PASSWORD);
            page.locator("#repeated-password").fill(PASSWORD);
            page.locator("#change-password-submit").click();

            assertThat(page.locator("h1")).hasText("Xác thực hai bước");
            assertThat(page.locator("main")).containsText("Vai trò của bạn bắt buộc xác thực hai bước");
            browsing.open("/nguoi-dung");
            assertThat(page.locator("h1")).hasText("Xác thực hai bước");
            page.locator("#begin-submit").click();
            Authenticator app =
                    new Authenticator(page.locator("#secret").innerText().replaceAll("\\s", ""));
            page.locator("#code").fill(app.code(0));
            page.locator("#confirm-submit").click();
            assertThat(page.locator("#secret").innerText().strip().split("\\s+"))
                    .hasSize(10);
            browsing.assertSound().open("/nguoi-dung");
            assertThat(page.locator("h1")).hasText("Người dùng");
        }
    }

    private static String noted(PlatformProcess platform) throws IOException {
        Matcher password = Pattern.compile("Mật khẩu: (\\S+)")
                .matcher(Files.readString(platform.home().resolve("first-sign-in.txt")));
        assertThat(password.find()).isTrue();
        return password.group(1);
    }
}

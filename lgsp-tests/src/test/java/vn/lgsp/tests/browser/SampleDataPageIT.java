package vn.lgsp.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("The page of the sample data")
class SampleDataPageIT {
    private final PlatformProcess platform = SharedPlatform.get();

    @Test
    @DisplayName("tells an administrator what there is, and removes nothing unless the words are typed")
    void typedConfirmation() {
        long agencies = platform.database().count("select count(*) from agency where sample");
        try (Browsing browsing = Browsing.at(platform.base()).signIn("quantri")) {
            browsing.open("/du-lieu-mau").assertSound().assertAccessible();
            assertThat(browsing.page().locator("#sample")).containsText("Cơ quan, đơn vị");
            browsing.page().locator("#remove-danger summary").click();
            browsing.page().locator("#remove-typed").fill("xóa");
            browsing.page().locator("#remove-reason").fill("Thử");
            browsing.page().locator("#remove-submit").click();
            assertThat(browsing.page().locator("#remove-danger [role=alert]")).containsText("XÓA MẪU");
            browsing.assertSound().assertAccessible();
        }
        org.assertj.core.api.Assertions.assertThat(
                        platform.database().count("select count(*) from agency where sample"))
                .isGreaterThanOrEqualTo(agencies);
        org.assertj.core.api.Assertions.assertThat(platform.database()
                        .count("select count(*) from sample_load where state in ('REMOVING', 'REMOVED')"))
                .isZero();
    }

    @Test
    @DisplayName("does not open for anybody else")
    void forbidden() {
        try (Browsing browsing = Browsing.at(platform.base()).signIn("vanhanh")) {
            browsing.open("/du-lieu-mau");
            assertThat(browsing.page().locator("#sample")).hasCount(0);
        }
    }
}

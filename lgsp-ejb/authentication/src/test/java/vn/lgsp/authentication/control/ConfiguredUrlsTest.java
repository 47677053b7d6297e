package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConfiguredUrlsTest {

    @Test
    void the_public_address_stands_first_and_none_twice() {
        var urls =
                new ConfiguredUrls("https://lgsp.example.vn", () -> "http://10.0.0.1:8080, https://LGSP.example.vn/");
        assertThat(urls.get())
                .extracting(BaseUrl::toString)
                .containsExactly("https://lgsp.example.vn", "http://10.0.0.1:8080");
        assertThat(new ConfiguredUrls("", () -> null).get()).isEmpty();
    }

    @Test
    void a_change_of_the_setting_counts_at_once() {
        var setting = new AtomicReference<>("");
        var urls = new ConfiguredUrls("https://lgsp.example.vn", setting::get);
        assertThat(urls.get()).hasSize(1);
        setting.set("https://lgsp.noi-bo.vn");
        assertThat(urls.get()).hasSize(2);
        assertThat(urls.get()).isSameAs(urls.get());
    }

    @Test
    void what_is_no_address_stops_the_start() {
        assertThatThrownBy(() -> new ConfiguredUrls("", () -> "lgsp.example.vn"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

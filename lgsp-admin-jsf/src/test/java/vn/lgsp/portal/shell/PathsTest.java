package vn.lgsp.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/goi-tin", "/goi-tin?ky=7d&q=b%C3%A1o%20c%C3%A1o", "/goi-tin/chi-tiet?ma=0192-ab"})
    void after_signing_in_the_page_that_was_asked_for_opens(String wish) {
        assertThat(Paths.ownOrHome(wish)).isEqualTo(wish);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://example.org/",
                "//example.org/",
                "/\\example.org/",
                "\\/example.org",
                "/dang-nhap?tiep=/",
                "/goi-tin\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "/@example.org"
            })
    void but_never_another_site(String wish) {
        assertThat(Paths.ownOrHome(wish)).isEqualTo("/");
    }

    @Test
    void a_parameter_is_taken_out_of_a_query() {
        assertThat(Paths.without("a=1&lang=en&b=%C4%91", "lang")).isEqualTo("a=1&b=%C4%91");
        assertThat(Paths.without("lang=en", "lang")).isNull();
        assertThat(Paths.without(null, "lang")).isNull();
        assertThat(Paths.without("language=en", "lang")).isEqualTo("language=en");
    }
}

package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** The signature base against the examples of RFC 9421, and the traps on the way to it. */
class SignatureBaseTest {
    private static final BaseUrl EXAMPLE = new BaseUrl("https", "example.com");
    private static final byte[] SHARED_SECRET = Base64.getDecoder()
            .decode("uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==");

    /** The request of RFC 9421 appendix B.2, to which the tests add a tag, without which a signature is somebody else's. */
    private static TestRequest example() {
        return new TestRequest()
                .method("POST")
                .path("/foo")
                .query("param=Value&Pet=dog")
                .without("Host")
                .header("Host", "example.com")
                .header("Date", "Tue, 20 Apr 2021 02:07:55 GMT")
                .header("Content-Type", "application/json")
                .header(
                        "Content-Digest",
                        "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:")
                .header("Content-Length", "18");
    }

    @Test
    void the_hmac_example_of_appendix_B_2_5_verifies() {
        var parameters = "(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"";
        var signature = Base64.getDecoder().decode("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");

        var base = base(example(), parameters, EXAMPLE);

        assertThat(base)
                .isEqualTo(
                        """
                        "date": Tue, 20 Apr 2021 02:07:55 GMT
                        "@authority": example.com
                        "content-type": application/json
                        "@signature-params": %s"""
                                .formatted(parameters));
        assertThat(Algorithm.HMAC_SHA256.verify(SHARED_SECRET, base.getBytes(ISO_8859_1), signature))
                .isTrue();
        signature[31] ^= 1;
        assertThat(Algorithm.HMAC_SHA256.verify(SHARED_SECRET, base.getBytes(ISO_8859_1), signature))
                .isFalse();
    }

    @Test
    void the_example_of_appendix_B_2_3_covers_everything() {
        var parameters = "(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\" \"content-digest\""
                + " \"content-length\");created=1618884473;keyid=\"test-key-rsa-pss\"";

        assertThat(base(example(), parameters, EXAMPLE))
                .isEqualTo(
                        """
                        "date": Tue, 20 Apr 2021 02:07:55 GMT
                        "@method": POST
                        "@path": /foo
                        "@query": ?param=Value&Pet=dog
                        "@authority": example.com
                        "content-type": application/json
                        "content-digest": sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:
                        "content-length": 18
                        "@signature-params": %s"""
                                .formatted(parameters));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "@method, POST",
                "@target-uri, https://example.com/foo?param=Value&Pet=dog",
                "@authority, example.com",
                "@scheme, https",
                "@request-target, /foo?param=Value&Pet=dog",
                "@path, /foo",
                "@query, ?param=Value&Pet=dog"
            })
    void derived_components_have_the_values_of_section_2_2(String name, String value) {
        assertThat(value(example(), "\"" + name + "\"")).isEqualTo(value);
    }

    @Test
    void an_empty_path_is_a_slash() {
        assertThat(value(example().path("").query(null), "\"@path\"")).isEqualTo("/");
        assertThat(value(example().path("").query(null), "\"@target-uri\"")).isEqualTo("https://example.com/");
    }

    @Test
    void a_trailing_slash_stays_and_none_is_added() {
        assertThat(value(example().path("/a/"), "\"@path\"")).isEqualTo("/a/");
        assertThat(value(example().path("/a"), "\"@path\"")).isEqualTo("/a");
    }

    @Test
    void the_query_is_a_question_mark_even_when_there_is_none() {
        assertThat(value(example().query(null), "\"@query\"")).isEqualTo("?");
        assertThat(value(example().query(""), "\"@query\"")).isEqualTo("?");
    }

    @Test
    void a_lone_question_mark_stays_in_the_target() {
        assertThat(value(example().query(null), "\"@target-uri\"")).isEqualTo("https://example.com/foo");
        assertThat(value(example().query(""), "\"@target-uri\"")).isEqualTo("https://example.com/foo?");
        assertThat(value(example().query(""), "\"@request-target\"")).isEqualTo("/foo?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2Fb", "/a%2fb", "/%7Eu", "/~u", "//a/./b/../c", "/a;v=1", "/th%C3%A0nh"})
    void the_path_is_signed_as_it_was_sent(String path) {
        assertThat(value(example().path(path), "\"@path\"")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a+b", "q=a%20b", "q=%e1%bb%91", "a=1&a=2", "b&=&&", "q=a?b/c"})
    void the_query_is_signed_as_it_was_sent(String query) {
        assertThat(value(example().query(query), "\"@query\"")).isEqualTo("?" + query);
    }

    @Test
    void the_method_keeps_its_case() {
        assertThat(value(example().method("post"), "\"@method\"")).isEqualTo("post");
    }

    @Test
    void white_space_around_a_header_goes_and_inside_it_stays() {
        assertThat(value(example().header("X-Odd", " \t a  b \t"), "\"x-odd\"")).isEqualTo("a  b");
    }

    @Test
    void folded_lines_become_one() {
        assertThat(value(example().header("X-Obs-Fold", "Obsolete\r\n    line folding."), "\"x-obs-fold\""))
                .isEqualTo("Obsolete line folding.");
    }

    @Test
    void lines_of_one_header_are_joined_whatever_the_case_of_its_name() {
        var request = example().header("Cache-Control", "max-age=60").header("cache-control", "   must-revalidate");

        assertThat(value(request, "\"cache-control\"")).isEqualTo("max-age=60, must-revalidate");
    }

    @Test
    void an_empty_header_has_an_empty_value() {
        assertThat(value(example().header("X-Empty-Header", ""), "\"x-empty-header\""))
                .isEmpty();
    }

    @Test
    void lines_that_must_not_be_joined_are_wrapped_as_in_section_2_1_3() {
        var one = example().header("Example-Header", "value, with, lots").header("Example-Header", "of, commas");
        var other = example().header("Example-Header", "value, with, lots, of, commas");

        assertThat(value(one, "\"example-header\";bs"))
                .isEqualTo(":dmFsdWUsIHdpdGgsIGxvdHM=:, :b2YsIGNvbW1hcw==:")
                .isNotEqualTo(value(other, "\"example-header\";bs"));
        assertThat(value(one, "\"example-header\"")).isEqualTo(value(other, "\"example-header\""));
    }

    @Test
    void bytes_above_ascii_are_signed_as_they_came() {
        var utf8 = "Phòng Nội vụ".getBytes(UTF_8);
        var asHandedOver = new String(utf8, ISO_8859_1);
        var request = example().header("X-Name", asHandedOver);

        var input = SignatureInput.tagged(signed(request, "(\"x-name\")"), "t");

        assertThat(input.base(signed(request, "(\"x-name\")"), EXAMPLE, null))
                .startsWith(("\"x-name\": Phòng Nội vụ\n").getBytes(UTF_8));
    }

    @Test
    void a_character_that_cannot_have_been_a_byte_is_refused() {
        refused(example().header("X-Name", "vụ"), "(\"x-name\")", "x-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\"@method\": GET", "a\u0000b"})
    void a_value_that_would_look_like_several_lines_is_refused(String value) {
        refused(example().header("X-Evil", value), "(\"x-evil\")", "x-evil");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "var, this%20is%20a%20big%0Amultiline%20value",
                "bar, with%20plus%20whitespace",
                "fa%C3%A7ade%22%3A%20, something",
                "empty, ``"
            })
    void query_parameters_are_encoded_anew_as_in_section_2_2_8(String name, String value) {
        var request = example()
                .query("baz=batman&var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace"
                        + "&fa%C3%A7ade%22%3A%20=something&empty=");

        assertThat(value(request, "\"@query-param\";name=\"" + name + "\"")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pet=dog&Pet=cat", "pet=dog", "Pet%=dog", ""})
    void a_query_parameter_that_is_given_twice_or_not_at_all_or_badly_encoded_is_refused(String query) {
        refused(example().query(query), "(\"@query-param\";name=\"Pet\")", "\"@query-param\";name=\"Pet\"");
    }

    @Test
    void a_header_that_is_not_there_cannot_be_covered() {
        refused(example(), "(\"x-none\")", "\"x-none\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Date\"",
                "\"@status\"",
                "\"@foo\"",
                "\"@query-param\"",
                "\"@method\";req",
                "\"date\";sf",
                "\"date\";bs=?0",
                "\"date\";bs;tr",
                "\"content-digest\";key=\"sha-512\"",
                "\"date x\"",
                "\"\""
            })
    void a_component_that_the_platform_does_not_know_is_refused(String component) {
        refused(example(), "(" + component + ")", component);
    }

    @Test
    void a_component_is_covered_once() {
        refused(example(), "(\"date\" \"@method\" \"date\")", "date");
        refused(example(), "(date)", "Signature-Input");
        refused(example(), "(1)", "Signature-Input");
    }

    @Test
    void parameters_stand_in_the_base_in_the_order_in_which_they_were_sent() {
        var base = base(example(), "(  \"date\"   \"@method\" ); nonce=\"x\\\"y\";created=1;  keyid=\"k\"", EXAMPLE);

        assertThat(base)
                .endsWith("\"@signature-params\": (\"date\" \"@method\");nonce=\"x\\\"y\";created=1;keyid=\"k\"");
    }

    private static SignedRequest signed(TestRequest request, String parameters) {
        return request.without("Signature-Input")
                .without("Signature")
                .input("sig1=" + parameters + ";tag=\"t\"")
                .signature("sig1", new byte[32])
                .build();
    }

    /** The base without the tag that the tests add. */
    private static String base(TestRequest request, String parameters, BaseUrl own) {
        var signed = signed(request, parameters);
        var base = new String(SignatureInput.tagged(signed, "t").base(signed, own, signed.query()), ISO_8859_1);
        assertThat(base).endsWith(";tag=\"t\"");
        return base.substring(0, base.length() - ";tag=\"t\"".length());
    }

    private static String value(TestRequest request, String component) {
        var base = base(request, "(" + component + ")", EXAMPLE);
        var start = component + ": ";
        assertThat(base).startsWith(start);
        return base.substring(start.length(), base.indexOf("\n\"@signature-params\""));
    }

    private static void refused(TestRequest request, String parameters, String field) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> base(request, parameters, EXAMPLE))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_MALFORMED);
                    assertThat(e.fields()).singleElement().satisfies(f -> assertThat(f.field())
                            .isEqualTo(field));
                });
    }
}

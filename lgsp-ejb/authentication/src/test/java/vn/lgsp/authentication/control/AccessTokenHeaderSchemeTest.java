package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** The header of older software: what is read of it, and what is no such header. */
class AccessTokenHeaderSchemeTest {
    private static final String FIVE =
            """
            {"AccessKey": "AK1", "SecretKey": "s\\u0065cret\\/1", "AppName": "Một cửa", "PartnerCode": "000.00.31.H23", "PartnerCodeCus": null}
            """;

    private final AccessTokenHeaderScheme scheme = new AccessTokenHeaderScheme();

    @Test
    void it_carries_key_and_secret() {
        var claim = read(header(FIVE));

        assertThat(claim.scheme()).isEqualTo(SignatureScheme.ACCESS_TOKEN_HEADER);
        assertThat(claim.accessKey()).isEqualTo("AK1");
        assertThat(claim.algorithm()).isEqualTo("secret-sent");
        assertThat(claim.signature()).isEqualTo("secret/1".getBytes(US_ASCII));
        assertThat(claim.needs()).containsExactly(WaiverKind.ACCESS_TOKEN_HEADER);
        assertThat(SigningText.of(claim)).isEmpty();
    }

    @Test
    void a_digest_that_is_declared_has_to_be_right() {
        var body = read(header(FIVE).method("POST").body("{}")).body();

        assertThat(body.fits("{}".getBytes(UTF_8))).isTrue();
        assertThat(body.fits("[]".getBytes(UTF_8))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            lgspaccesstoken | ``
            lgspaccesstoken | []
            lgspaccesstoken | {"AccessKey":"a","SecretKey":"b"
            lgspaccesstoken | {"AccessKey":"a","SecretKey":"b"}}
            lgspaccesstoken | {"AccessKey":"a","SecretKey":"b","AccessKey":"c"}
            lgspaccesstoken | {"AccessKey":"a","SecretKey":"b","x":{}}
            lgspaccesstoken | {"AccessKey":"a","SecretKey":"b","x":[1]}
            lgspaccesstoken | {"AccessKey":"a","SecretKey":"b","x":1e400}
            lgspaccesstoken | {"AccessKey":"a","SecretKey":"b",}
            lgspaccesstoken | {'AccessKey':'a','SecretKey':'b'}
            lgspaccesstoken | {"AccessKey":"a\\x","SecretKey":"b"}
            AccessKey       | {}
            AccessKey       | {"AccessKey":1,"SecretKey":"b"}
            AccessKey       | {"AccessKey":"","SecretKey":"b"}
            AccessKey       | {"AccessKey":"sở","SecretKey":"b"}
            SecretKey       | {"AccessKey":"a"}
            SecretKey       | {"AccessKey":"a","SecretKey":null}
            SecretKey       | {"AccessKey":"a","SecretKey":"a b"}
            """)
    void what_is_no_such_header_is_refused(String field, String json) {
        refused(field, header(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "e30", "e3", "/w=="})
    void so_is_what_is_no_base64_of_text(String value) {
        var expected = value.equals("e30") ? "AccessKey" : "lgspaccesstoken";

        refused(expected, new TestRequest().header("lgspaccesstoken", value));
    }

    @Test
    void it_comes_once_and_is_not_long() {
        refused("lgspaccesstoken", header(FIVE).header("LGSPAccessToken", "e30="));
        refused("lgspaccesstoken", header("{\"AccessKey\":\"a\",\"x\":\"" + "x".repeat(2_000) + "\"}"));
        var many = new StringBuilder("{\"AccessKey\":\"a\",\"SecretKey\":\"b\"");
        for (var i = 0; i < 30; i++) {
            many.append(",\"").append(i).append("\":0");
        }
        refused("lgspaccesstoken", header(many.append('}').toString()));
    }

    @Test
    void other_requests_are_somebody_elses() {
        assertThat(scheme.recognises(new TestRequest().build())).isFalse();
        assertThat(scheme.recognises(header("").build())).isTrue();
    }

    private static TestRequest header(String json) {
        return new TestRequest().header("lgspaccesstoken", Base64.getEncoder().encodeToString(json.getBytes(UTF_8)));
    }

    private Claim read(TestRequest request) {
        return scheme.read(request.build(), List.of(BaseUrl.parse("https://lgsp.example.vn")));
    }

    private void refused(String field, TestRequest request) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> read(request))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_MALFORMED);
                    assertThat(e.arguments()).containsExactly(field);
                });
    }
}

package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** What the profile lgsp-1 wants of a signature, and how it says no. */
class MessageSignatureSchemeTest {
    private static final List<BaseUrl> OWN = List.of(new BaseUrl("https", "lgsp.example.vn"));
    private static final String GOOD =
            ";created=1767225600;keyid=\"the-key\";alg=\"hmac-sha256\";nonce=\"AAECAwQFBgc\";tag=\"lgsp-1\"";
    private static final String BODY = "(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\")";
    private static final byte[] SIGNATURE = new byte[32];

    private final MessageSignatureScheme scheme = new MessageSignatureScheme(() -> Duration.ofSeconds(300));

    @Test
    void a_good_signature_says_everything() {
        var claim = read(new TestRequest(), "(\"@method\" \"@target-uri\")" + GOOD + ";expires=1767225900");

        assertThat(claim.accessKey()).isEqualTo("the-key");
        assertThat(claim.algorithm()).isEqualTo("hmac-sha256");
        assertThat(claim.nonce()).isEqualTo("AAECAwQFBgc");
        assertThat(claim.created()).isEqualTo(Instant.ofEpochSecond(1767225600));
        assertThat(claim.expires()).isEqualTo(Instant.ofEpochSecond(1767225900));
        assertThat(claim.covered()).containsExactlyInAnyOrder("@method", "@target-uri");
        assertThat(claim.body().sha256()).isEmpty();
        assertThat(claim.texts()).first().satisfies(base -> assertThat(new String(base, ISO_8859_1))
                .isEqualTo(
                        """
                        "@method": GET
                        "@target-uri": https://lgsp.example.vn/api/v1/inbox
                        "@signature-params": ("@method" "@target-uri")%s"""
                                .formatted(GOOD + ";expires=1767225900")));
    }

    @Test
    void a_lone_question_mark_may_be_signed_or_not_since_containers_do_not_show_it() {
        for (var query : new String[] {null, ""}) {
            var claim = read(new TestRequest().query(query), "(\"@method\" \"@target-uri\")" + GOOD);

            assertThat(claim.texts())
                    .extracting(base ->
                            new String(base, ISO_8859_1).lines().toList().get(1))
                    .containsExactly(
                            "\"@target-uri\": https://lgsp.example.vn/api/v1/inbox",
                            "\"@target-uri\": https://lgsp.example.vn/api/v1/inbox?");
        }
        assertThat(read(new TestRequest().query("a=1"), "(\"@method\" \"@target-uri\")" + GOOD)
                        .texts())
                .hasSize(1);
    }

    @Test
    void authority_path_and_query_together_are_as_good_as_the_address() {
        assertThat(read(new TestRequest(), "(\"@method\" \"@authority\" \"@path\" \"@query\")" + GOOD)
                        .covered())
                .contains("@query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\"@method\")",
                "(\"@method\" \"@path\" \"@query\")",
                "(\"@method\" \"@authority\" \"@query\")",
                "(\"@method\" \"@authority\" \"@path\")",
                "(\"@method\" \"@authority\" \"@path\" \"@query-param\";name=\"limit\")",
                "(\"@method\" \"@authority\" \"@request-target\")"
            })
    void less_than_the_whole_address_is_refused(String components) {
        refused(ErrorCode.SIGNATURE_NOT_COVERING, "@target-uri", new TestRequest().query("limit=1"), components + GOOD);
    }

    @Test
    void the_method_must_be_covered() {
        refused(ErrorCode.SIGNATURE_NOT_COVERING, "@method", new TestRequest(), "(\"@target-uri\")" + GOOD);
        refused(ErrorCode.SIGNATURE_NOT_COVERING, "@method", new TestRequest(), "()" + GOOD);
    }

    @Test
    void other_peoples_signatures_are_left_alone() {
        var request = new TestRequest()
                .input("proxy=(\"@method\");created=1;keyid=\"p\", x;q=1")
                .input("mine=(\"@method\" \"@target-uri\")" + GOOD)
                .signature("proxy", new byte[3])
                .signature("mine", SIGNATURE);

        assertThat(scheme.read(request.build(), OWN).accessKey()).isEqualTo("the-key");
    }

    @Test
    void no_signature_of_the_profile_is_refused() {
        malformed("Signature-Input", new TestRequest().signature("a", SIGNATURE));
        malformed("Signature", new TestRequest().input("a=(\"@method\" \"@target-uri\")" + GOOD));
        malformed("tag", signed(new TestRequest(), "(\"@method\" \"@target-uri\");created=1;keyid=\"k\""));
        malformed("tag", signed(new TestRequest(), "(\"@method\" \"@target-uri\")" + GOOD.replace("lgsp-1", "lgsp-2")));
        malformed(
                "tag",
                signed(new TestRequest(), "(\"@method\" \"@target-uri\")" + GOOD.replace("\"lgsp-1\"", "lgsp-1")));
    }

    @Test
    void two_signatures_of_the_profile_are_refused_even_when_equal() {
        var parameters = "(\"@method\" \"@target-uri\")" + GOOD;

        malformed(
                "tag",
                new TestRequest()
                        .input("a=" + parameters)
                        .input("b=" + parameters)
                        .signature("a", SIGNATURE)
                        .signature("b", SIGNATURE));
    }

    @Test
    void one_label_given_twice_is_refused() {
        var parameters = "(\"@method\" \"@target-uri\")" + GOOD;

        malformed(
                "Signature-Input",
                new TestRequest()
                        .input("a=" + parameters)
                        .input("a=" + parameters)
                        .signature("a", SIGNATURE));
        malformed(
                "Signature",
                new TestRequest()
                        .input("a=" + parameters)
                        .signature("a", new byte[32])
                        .signature("a", SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created=1", "keyid=\"other\"", "nonce=\"AAAAAAAAAAA\"", "alg=\"none\"", "tag=\"lgsp-1\""})
    void one_parameter_given_twice_is_refused(String parameter) {
        malformed("Signature-Input", signed(new TestRequest(), "(\"@method\" \"@target-uri\");" + parameter + GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created=1767225600", "keyid=\"the-key\"", "alg=\"hmac-sha256\"", "nonce=\"AAECAwQFBgc\""})
    void a_missing_parameter_is_named(String parameter) {
        malformed(
                parameter.substring(0, parameter.indexOf('=')),
                signed(new TestRequest(), "(\"@method\" \"@target-uri\")" + GOOD.replace(";" + parameter, "")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "created=1767225600, created=\"1767225600\", created",
                "created=1767225600, created=1767225600.5, created",
                "created=1767225600, created, created",
                "keyid=\"the-key\", keyid=the-key, keyid",
                "keyid=\"the-key\", keyid=\"\", keyid",
                "keyid=\"the-key\", keyid=\"0123456789012345678901234567890123456789012345678901234567890\", keyid",
                "nonce=\"AAECAwQFBgc\", nonce=\"short12\", nonce",
                "nonce=\"AAECAwQFBgc\", nonce=:AAECAwQFBgc=:, nonce",
                "alg=\"hmac-sha256\", alg=hmac-sha256, alg",
                "alg=\"hmac-sha256\", alg=\"hmac-sha256\";expires=1767225599, expires",
                "alg=\"hmac-sha256\", alg=\"hmac-sha256\";expires=1767225901, expires",
                "alg=\"hmac-sha256\", alg=\"hmac-sha256\";expires=\"x\", expires"
            })
    void a_parameter_of_another_kind_is_named(String good, String bad, String field) {
        malformed(field, signed(new TestRequest(), "(\"@method\" \"@target-uri\")" + GOOD.replace(good, bad)));
    }

    @Test
    void a_nonce_has_at_most_128_characters() {
        var components = "(\"@method\" \"@target-uri\")";

        read(new TestRequest(), components + GOOD.replace("AAECAwQFBgc", "n".repeat(128)));
        malformed("nonce", signed(new TestRequest(), components + GOOD.replace("AAECAwQFBgc", "n".repeat(129))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lgsp=(\"@method\" \"@target-uri\"",
                "lgsp=\"@method\"",
                "lgsp",
                "=()",
                "LGSP=()",
                "lgsp=(\"@method\",\"@target-uri\")",
                "lgsp=(\"@method\"\t\"@target-uri\")",
                "lgsp=(\"khóa\")",
                "lgsp=();created=01",
                "lgsp=(),",
                ""
            })
    void what_is_no_signature_input_is_refused(String value) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> scheme.read(
                        new TestRequest()
                                .input(value)
                                .signature("lgsp", SIGNATURE)
                                .build(),
                        OWN))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lgsp=\"AAAA\"", "lgsp=AAAA", "lgsp=:AAA", "lgsp=:A A:", "lgsp=(:AAAA:)", "other=:AAAA:"})
    void what_is_no_signature_is_refused(String value) {
        malformed(
                "Signature",
                new TestRequest()
                        .input("lgsp=(\"@method\" \"@target-uri\")" + GOOD)
                        .header("Signature", value));
    }

    @Test
    void sizes_are_bounded() {
        malformed(
                "Signature-Input",
                signed(new TestRequest(), "(\"@method\")" + GOOD + ";x=\"" + "x".repeat(4096) + "\""));
        malformed(
                "Signature",
                new TestRequest()
                        .input("lgsp=(\"@method\" \"@target-uri\")" + GOOD)
                        .signature("lgsp", new byte[1025]));
        var many = new StringBuilder();
        for (var i = 0; i < 33; i++) {
            many.append("\"x-").append(i).append("\" ");
        }
        malformed("Signature-Input", signed(new TestRequest(), "(" + many + ")" + GOOD));
    }

    @Test
    void a_body_is_covered_by_its_digest_and_type() {
        var claim = read(new TestRequest().method("POST").body("{}"), BODY + GOOD);

        assertThat(claim.body().sha256())
                .hasValueSatisfying(digest -> assertThat(digest.bytes()).isEqualTo(TestRequest.sha("SHA-256", "{}")));
    }

    @Test
    void a_body_left_open_is_refused() {
        var request = new TestRequest().method("POST").body("{}");

        refused(
                ErrorCode.SIGNATURE_NOT_COVERING,
                "content-digest",
                request,
                "(\"@method\" \"@target-uri\" \"content-type\")" + GOOD);
        refused(
                ErrorCode.SIGNATURE_NOT_COVERING,
                "content-type",
                request,
                "(\"@method\" \"@target-uri\" \"content-digest\")" + GOOD);
        refused(
                ErrorCode.DIGEST_MISSING,
                null,
                request.without("Content-Digest"),
                "(\"@method\" \"@target-uri\" \"content-type\")" + GOOD);
    }

    @Test
    void a_body_of_unknown_length_is_a_body() {
        refused(
                ErrorCode.DIGEST_MISSING,
                null,
                new TestRequest().method("POST").header("Transfer-Encoding", "chunked"),
                "(\"@method\" \"@target-uri\")" + GOOD);
    }

    @Test
    void an_empty_body_needs_no_digest() {
        read(new TestRequest().method("POST").header("Content-Length", "0"), "(\"@method\" \"@target-uri\")" + GOOD);
        read(new TestRequest().header("Content-Type", "application/json"), "(\"@method\" \"@target-uri\")" + GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer x",
        "Idempotency-Key, k-1",
        "Content-Encoding, gzip",
        "Content-Digest, sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"
    })
    void a_header_that_changes_the_meaning_is_covered_or_refused(String name, String value) {
        var covering = "(\"@method\" \"@target-uri\" \"" + name.toLowerCase(java.util.Locale.ROOT) + "\")" + GOOD;

        read(new TestRequest().header(name, value), covering);
        refused(
                ErrorCode.SIGNATURE_NOT_COVERING,
                name.toLowerCase(java.util.Locale.ROOT),
                new TestRequest().header(name, value),
                "(\"@method\" \"@target-uri\")" + GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type", "Idempotency-Key", "Authorization", "Host", "Content-Length", "Range"})
    void a_header_of_which_readers_take_one_line_comes_once(String name) {
        var request = new TestRequest().without("Host").header(name, "1").header(name, "2");

        malformed(name.toLowerCase(java.util.Locale.ROOT), signed(request, "(\"@method\" \"@target-uri\")" + GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=:AAAA:",
                "sha-256=abc",
                "sha-256=\"47DEQpj8HBSa\"",
                "sha-512=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
                "sha-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:,sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
                "sha-256=(:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:)"
            })
    void a_digest_of_another_form_is_refused(String digest) {
        refused(
                ErrorCode.DIGEST_MALFORMED,
                null,
                new TestRequest().header("Content-Digest", digest),
                "(\"@method\" \"@target-uri\" \"content-digest\")" + GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5=:HUXZLQLMuI/KZ5KDcJPcOA==:", "sha=:AAAA:, unixsum=30637", ""})
    void digests_that_do_not_protect_are_ignored(String digest) {
        refused(
                ErrorCode.DIGEST_MISSING,
                null,
                new TestRequest().header("Content-Digest", digest),
                "(\"@method\" \"@target-uri\" \"content-digest\")" + GOOD);
    }

    @Test
    void without_signature_headers_the_scheme_has_nothing_to_say() {
        assertThat(scheme.recognises(new TestRequest().build())).isFalse();
        assertThat(scheme.recognises(new TestRequest().input("x").build())).isTrue();
        assertThat(scheme.recognises(new TestRequest().header("SIGNATURE", "x").build()))
                .isTrue();
    }

    private Claim read(TestRequest request, String input) {
        return scheme.read(signed(request, input).build(), OWN);
    }

    private static TestRequest signed(TestRequest request, String input) {
        return request.without("Signature-Input")
                .without("Signature")
                .input("lgsp=" + input)
                .signature("lgsp", SIGNATURE);
    }

    private void malformed(String field, TestRequest request) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> scheme.read(request.build(), OWN))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_MALFORMED);
                    assertThat(e.fields()).singleElement().satisfies(f -> assertThat(f.field())
                            .isEqualTo(field));
                });
    }

    private void refused(ErrorCode code, String component, TestRequest request, String input) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> read(request, input))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.arguments()).isEqualTo(component == null ? new Object[0] : new Object[] {component});
                });
    }
}

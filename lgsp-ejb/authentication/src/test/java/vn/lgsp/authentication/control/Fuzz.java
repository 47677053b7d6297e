package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * What reads bytes before anybody is authenticated, to be fed with anything (threat 5, 18). A reader may refuse with an error of the catalogue that
 * blames the client, and do nothing else wrong: no other exception, nothing that the database or a header could not hold.
 *
 * <p>{@link #fuzzerTestOneInput} is where a fuzzer enters; its first argument chooses the target.
 */
public final class Fuzz {
    private static final List<BaseUrl> OWN =
            List.of(BaseUrl.parse("https://lgsp.example.vn"), BaseUrl.parse("http://127.0.0.1:8080"));

    private static Target chosen;

    /** What is fed. */
    enum Target {
        /** The request as a whole, whatever it is signed with; its first line and headers, then the body. */
        REQUEST {
            @Override
            void feed(byte[] bytes) {
                var request = request(new String(bytes, ISO_8859_1));
                var marked = Schemes.all(() -> Duration.ofSeconds(300)).stream()
                        .filter(scheme -> scheme.recognises(request))
                        .toList();
                for (var scheme : marked) {
                    check(scheme.read(request, OWN));
                }
            }
        },
        SIGNATURE_INPUT {
            @Override
            void feed(byte[] bytes) {
                read(
                        new MessageSignatureScheme(() -> Duration.ofSeconds(300)),
                        Map.of("signature-input", text(bytes), "signature", "lgsp=:AAAA:", "x-a", "1"));
            }
        },
        SIGNATURE {
            @Override
            void feed(byte[] bytes) {
                read(
                        new MessageSignatureScheme(() -> Duration.ofSeconds(300)),
                        Map.of(
                                "signature-input",
                                "lgsp=(\"@method\" \"@target-uri\");created=1;keyid=\"a\";nonce=\"12345678\";alg=\"a\";tag=\"lgsp-1\"",
                                "signature",
                                text(bytes)));
            }
        },
        STRUCTURED_FIELDS {
            @Override
            void feed(byte[] bytes) {
                StructuredFields.dictionary(List.of(text(bytes).split("\n", -1)), 4_096);
            }
        },
        CONTENT_DIGEST {
            @Override
            void feed(byte[] bytes) {
                ContentDigests.read(of("GET", "/", null, Map.of("content-digest", text(bytes)), new byte[0]))
                        .fits(bytes);
            }
        },
        SIGNATURE_V4 {
            @Override
            void feed(byte[] bytes) {
                read(
                        new SigV4Scheme(),
                        Map.of(
                                "authorization",
                                text(bytes),
                                "x-amz-date",
                                "20260101T000000Z",
                                "x-lgsp-date",
                                "20260101T000000Z"));
            }
        },
        OAUTH1 {
            @Override
            void feed(byte[] bytes) {
                read(new OAuth1Scheme(() -> Duration.ofSeconds(300)), Map.of("authorization", text(bytes)));
            }
        },
        ACCESS_TOKEN_HEADER {
            @Override
            void feed(byte[] bytes) {
                read(new AccessTokenHeaderScheme(), Map.of(SignedRequest.ACCESS_TOKEN_HEADER, text(bytes)));
                FlatJson.read(new String(bytes, UTF_8));
            }
        },
        SESSION_TOKEN {
            @Override
            void feed(byte[] bytes) {
                SessionTokens.shown(
                        of("GET", "/", null, Map.of("authorization", "Bearer " + text(bytes)), new byte[0]));
                KeyFormat.ofSession(text(bytes));
                KeyFormat.ofAccessKey(text(bytes));
                KeyFormat.ofSecret(text(bytes));
            }
        },
        CLIENT_ASSERTION {
            @Override
            void feed(byte[] bytes) {
                var now = Instant.ofEpochSecond(1_767_225_600);
                var issuers = OWN.stream().map(BaseUrl::toString).toList();
                var base64 = Base64.getUrlEncoder().withoutPadding();
                var part = base64.encodeToString(bytes);
                var header = base64.encodeToString("{\"alg\":\"HS256\"}".getBytes(UTF_8));
                for (var assertion :
                        List.of(text(bytes), header + "." + part + ".AAAA", part + "." + header + ".AAAA")) {
                    try {
                        check(ClientAssertion.read(assertion, issuers, now));
                    } catch (LgspException refusal) {
                        require(refusal.code() == ErrorCode.ASSERTION_NOT_USABLE);
                    }
                }
                KeyFormat.ofTicket(text(bytes));
            }
        },
        QUERY {
            @Override
            void feed(byte[] bytes) {
                var query = text(bytes);
                QueryParameters.value(query, "a");
                for (var parameter : Parameter.read(query, "query")) {
                    // Encoding is canonical: once more makes no difference.
                    require(Parameter.read(parameter.name() + "=" + parameter.value(), "query")
                            .equals(
                                    parameter.name().isEmpty()
                                                    && parameter.value().isEmpty()
                                            ? Parameter.read("=", "query")
                                            : List.of(parameter)));
                }
            }
        },
        PASTED_REQUEST {
            @Override
            void feed(byte[] bytes) {
                var pasted = PastedRequest.parse(new String(bytes, UTF_8));
                for (var scheme : Schemes.all(() -> Duration.ofSeconds(300))) {
                    if (scheme.recognises(pasted.request())) {
                        check(scheme.read(pasted.request(), OWN));
                    }
                }
            }
        };

        abstract void feed(byte[] bytes);
    }

    private Fuzz() {}

    /** Called once by the fuzzer with what follows the target's name. */
    public static void fuzzerInitialize(String[] arguments) {
        chosen = Target.valueOf(arguments[0]);
    }

    /** Called by the fuzzer for each input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        feed(chosen, bytes);
    }

    /** Feeds one target. */
    static void feed(Target target, byte[] bytes) {
        try {
            target.feed(bytes);
        } catch (LgspException refusal) {
            require(refusal.code().status() >= 400 && refusal.code().status() < 500);
            require(Arrays.stream(refusal.arguments())
                    .allMatch(argument -> argument.toString().length() <= 200));
        }
    }

    private static void read(Scheme scheme, Map<String, String> headers) {
        for (var request : List.of(
                of("GET", "/api/v1/inbox", "q=1&q=2", headers, new byte[0]),
                of("POST", "/api/v1/a%20b:c", null, headers, "a=1".getBytes(UTF_8)))) {
            if (scheme.recognises(request)) {
                check(scheme.read(request, OWN));
            }
        }
    }

    private static void check(Claim claim) {
        require(claim.accessKey().length() <= MessageSignatureScheme.MAX_KEY);
        require(claim.algorithm().length() <= 40);
        require(claim.nonce() == null
                || claim.nonce().length() <= 128 && claim.nonce().chars().allMatch(c -> c >= ' ' && c < 127));
        require(claim.signature().length <= 2_048);
        require(!claim.texts().isEmpty() && claim.texts().size() <= 32);
        claim.texts().forEach(text -> claim.framing().of(text));
        claim.needs();
        require(SigningText.of(claim).length() <= 4_096);
        var secret = new byte[62];
        Arrays.fill(secret, (byte) 'k');
        require(claim.derivation().key(secret).length > 0);
        require(claim.body().isOpen() || claim.body().isBound() || claim.body() == BodyDigest.none());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("What must hold of every input does not hold of this one.");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /** A request written as it comes over the wire; what has no form at all becomes an empty one. */
    private static SignedRequest request(String text) {
        var parts = text.split("\n\n", 2);
        var lines = parts[0].split("\n", -1);
        var first = lines[0].split(" ", 3);
        var target = first.length > 1 ? first[1] : "/";
        var mark = target.indexOf('?');
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(lines[i].substring(0, colon), name -> new ArrayList<>())
                        .add(lines[i].substring(colon + 1));
            }
        }
        var body = parts.length > 1 ? parts[1].getBytes(ISO_8859_1) : new byte[0];
        return request(
                first[0],
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                headers,
                body);
    }

    private static SignedRequest of(
            String method, String path, String query, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put("host", List.of("lgsp.example.vn"));
        headers.forEach((name, line) -> lines.put(name, List.of(line)));
        if (body.length > 0) {
            lines.put("content-length", List.of(String.valueOf(body.length)));
            lines.put("content-type", List.of("application/x-www-form-urlencoded"));
        }
        return request(method, path, query, lines, body);
    }

    private static SignedRequest request(
            String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        return new SignedRequest(
                method, "https", "127.0.0.1", 8443, path, query, headers, () -> body, "192.0.2.7", new UUID(1, 2));
    }
}

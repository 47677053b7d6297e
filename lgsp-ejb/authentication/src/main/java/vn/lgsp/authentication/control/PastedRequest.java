package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/**
 * A request as people paste it: what their program wrote or {@code curl -v} showed.
 *
 * @param request as it would have come over the wire
 * @param body its body; an empty array for none
 */
public record PastedRequest(SignedRequest request, byte[] body) {
    private static final int MAX = 64 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final Pattern FIRST =
            Pattern.compile("([A-Za-z]{1,10}) +(?:(https?)://([^/? ]{1,255}))?([^ ]{0,8000})(?: +HTTP/[0-9.]+)?");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):(.*)");
    private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})$");
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Reads a pasted request.
     *
     * @throws LgspException REQUEST_INVALID naming {@code request}
     */
    public static PastedRequest parse(String text) {
        if (text == null || text.isBlank()) {
            throw invalid("required");
        }
        if (text.length() > MAX) {
            throw invalid("length", 1, MAX);
        }
        var lines = List.of(text.strip().split("\r?\n", -1));
        var first = FIRST.matcher(arrowless(lines.get(0)).strip());
        if (!first.matches()) {
            throw invalid("form");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        var at = 1;
        for (; at < lines.size() && !arrowless(lines.get(at)).isBlank(); at++) {
            var header = HEADER.matcher(arrowless(lines.get(at)));
            if (!header.matches() || at > MAX_HEADERS) {
                throw invalid("form");
            }
            // Headers are bytes; whoever typed something else is shown what the bytes would be.
            headers.computeIfAbsent(header.group(1), name -> new ArrayList<>())
                    .add(new String(header.group(2).strip().getBytes(UTF_8), ISO_8859_1));
        }
        var body = at + 1 < lines.size()
                ? String.join("\n", lines.subList(at + 1, lines.size())).getBytes(UTF_8)
                : new byte[0];
        return new PastedRequest(request(first, headers, body), body);
    }

    /** The same with a line break at the end of its body: whoever pastes a body that ends in one loses it. */
    PastedRequest withLineBreak() {
        var longer = Arrays.copyOf(body, body.length + 1);
        longer[body.length] = '\n';
        return new PastedRequest(
                new SignedRequest(
                        request.method(),
                        request.scheme(),
                        request.localAddress(),
                        request.localPort(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        () -> longer,
                        request.remoteAddress(),
                        request.requestId()),
                longer);
    }

    private static SignedRequest request(Matcher first, Map<String, List<String>> headers, byte[] body) {
        var scheme = first.group(2) == null ? "http" : first.group(2);
        if (first.group(3) != null && headers.keySet().stream().noneMatch("host"::equalsIgnoreCase)) {
            headers.put("Host", List.of(first.group(3)));
        }
        var host = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("host"))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse("");
        var port = PORT.matcher(host);
        var target = first.group(4).isEmpty() ? "/" : first.group(4);
        var mark = target.indexOf('?');
        return new SignedRequest(
                first.group(1),
                scheme,
                LOOPBACK,
                port.find() ? Integer.parseInt(port.group(1)) : BaseUrl.defaultPort(scheme),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                headers,
                () -> body,
                LOOPBACK,
                new UUID(0, 0));
    }

    /** {@code curl -v} begins the lines it sent with this. */
    private static String arrowless(String line) {
        return line.startsWith("> ") ? line.substring(2) : line.equals(">") ? "" : line;
    }

    private static LgspException invalid(String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("request", reason, arguments)));
    }
}

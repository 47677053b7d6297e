package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.LgspException;

/**
 * The canonical request of AWS Signature V4, in the ways in which clients make it.
 *
 * <ul>
 *   <li>AWS encodes the path as sent once more, except for the service {@code s3}, and sorts the query. curl before version 8 takes both as
 *       sent. Both readings are tried, but only where a reading cannot be that of a request for something else.
 *   <li>AWS resolves {@code .} and {@code ..} and joins slashes before it signs, except for {@code s3}. Here a path means itself: a
 *       signature for {@code /a} does not count for {@code /b/../a} (threat 6).
 *   <li>The host is that of an address of the platform, whatever the header says.
 * </ul>
 */
final class AwsCanonicalRequest {
    private static final Pattern SPACES = Pattern.compile("[ \t]+");

    /** A path that may come over the wire as it is. */
    private static final Pattern RAW_PATH = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");

    private final SignedRequest request;
    private final AwsAuthorization authorization;

    AwsCanonicalRequest(SignedRequest request, AwsAuthorization authorization) {
        this.request = request;
        this.authorization = authorization;
    }

    /**
     * All readings of the request.
     *
     * @param own addresses of the platform
     * @param payloads what the last line may be
     */
    List<byte[]> texts(List<BaseUrl> own, Set<String> payloads) {
        var paths = paths();
        var queries = queries();
        var texts = new LinkedHashSet<String>();
        for (var url : own) {
            var headers = headers(url);
            for (var path : paths) {
                for (var query : queries) {
                    for (var payload : payloads) {
                        texts.add(String.join(
                                "\n",
                                request.method(),
                                path,
                                query,
                                headers,
                                String.join(";", authorization.signedHeaders()),
                                payload));
                    }
                }
            }
        }
        return texts.stream().map(text -> text.getBytes(ISO_8859_1)).toList();
    }

    private Set<String> paths() {
        var path = RequestHeaders.requireOneLine(request.path().isEmpty() ? "/" : request.path(), "path");
        var paths = new LinkedHashSet<String>();
        if (!authorization.service().equals("s3")) {
            paths.add(encoded(path));
            if (mayBeEncodedTwice(path)) {
                return paths;
            }
        }
        paths.add(path);
        return paths;
    }

    /** Whether the path, taken as it is, is also what AWS signs for another one: {@code /a%253A} of {@code /a%3A}. */
    private static boolean mayBeEncodedTwice(String path) {
        String once;
        try {
            once = new String(PercentEncoding.decode(path, false, "path"), ISO_8859_1);
        } catch (LgspException e) {
            return false;
        }
        return !once.equals(path)
                && RAW_PATH.matcher(once).matches()
                && encoded(once).equals(path);
    }

    private static String encoded(String path) {
        return List.of(path.split("/", -1)).stream()
                .map(segment -> PercentEncoding.encode(segment.getBytes(ISO_8859_1)))
                .collect(Collectors.joining("/"));
    }

    private Set<String> queries() {
        var query = RequestHeaders.requireOneLine(request.query() == null ? "" : request.query(), "query");
        var parameters = Parameter.read(query, "query");
        var queries = new LinkedHashSet<String>();
        if (Parameter.sameNamesInOrder(parameters)) {
            queries.add(parameters.stream()
                    .sorted(Parameter.ORDER)
                    .map(parameter -> parameter.name() + "=" + parameter.value())
                    .collect(Collectors.joining("&")));
        }
        queries.add(query);
        return queries;
    }

    private String headers(BaseUrl own) {
        var headers = new StringBuilder();
        for (var name : authorization.signedHeaders()) {
            headers.append(name)
                    .append(':')
                    .append(name.equals("host") ? own.authority() : value(name))
                    .append('\n');
        }
        return headers.toString();
    }

    private String value(String name) {
        if (!request.has(name)) {
            throw Refusal.required(name);
        }
        return request.lines(name).stream()
                .map(line -> RequestHeaders.requireOneLine(SPACES.matcher(line).replaceAll(" "), name))
                .collect(Collectors.joining(","));
    }
}

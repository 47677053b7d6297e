package vn.lgsp.tests.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with a browser: signs in at the portal and opens pages. */
final class Visitor {
    private static final String PASSWORD = "Lgsp-demo-2026";
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** What came back; {@code micros} until the last byte was there. */
    record Seen(int status, long micros, byte[] body) {}

    Visitor(URI base, String username) {
        this.base = base;
        Seen form = open("/portal/dang-nhap");
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(text(form));
        while (hidden.find()) {
            fields.put(attribute(NAME, hidden.group()), attribute(VALUE, hidden.group()));
        }
        fields.put("username", username);
        fields.put("password", PASSWORD);
        fields.put("sign-in-submit", "x");
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        Seen seen = send(request("/portal/dang-nhap")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (seen.status() != 200 || text(seen).contains("name=\"password\"")) {
            throw new IllegalStateException(username + " could not sign in: " + seen.status());
        }
    }

    /** Opens an address of the platform. */
    Seen open(String path) {
        return send(request(path).GET().build());
    }

    /** Takes an answer as it streams in and counts what came; nothing of it is kept. */
    long download(String path) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            try (InputStream in = answer.body()) {
                return in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(Seen seen) {
        return new String(seen.body(), StandardCharsets.UTF_8);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Accept-Language", "vi");
    }

    private Seen send(HttpRequest request) {
        try {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Seen(answer.statusCode(), (System.nanoTime() - begin) / 1000, answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String attribute(Pattern pattern, String tag) {
        Matcher matcher = pattern.matcher(tag);
        return matcher.find() ? matcher.group(1).replace("&amp;", "&") : "";
    }
}

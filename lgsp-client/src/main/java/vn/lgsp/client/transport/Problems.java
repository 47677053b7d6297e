package vn.lgsp.client.transport;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import vn.lgsp.client.RefusedException;
import vn.lgsp.client.model.FieldError;

/** Makes an exception of an answer that refuses (RFC 9457). */
final class Problems {

    private static final int LONGEST = 256 * 1024;

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    /** Reads the problem and closes the body. */
    RefusedException read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            String type = response.headers().firstValue("Content-Type").orElse("");
            byte[] bytes = body.readNBytes(LONGEST);
            if (type.startsWith("application/problem+json") || type.startsWith("application/json")) {
                try (var reader = JsonRecords.json().createReader(new ByteArrayInputStream(bytes))) {
                    return refusal(response, reader.readObject());
                } catch (JsonException | ClassCastException notAProblem) {
                    return withoutReason(response);
                }
            }
            return withoutReason(response);
        }
    }

    private RefusedException refusal(HttpResponse<InputStream> response, JsonObject problem) {
        int status = response.statusCode();
        String code = problem.getString("code", "http-" + status);
        String detail = problem.getString("detail", problem.getString("title", code));
        String fix = problem.getString("fix", "");
        String requestId = problem.getString("requestId", requestId(response));
        boolean retry = problem.getBoolean("retry", false);
        return of(status, code, detail, fix, requestId, retry, fields(problem));
    }

    /** Something in front of the platform answered, e.g. a proxy whose back end is down. */
    private RefusedException withoutReason(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        String code = "http-" + status;
        String detail = texts.text("http.detail", String.valueOf(status));
        return of(status, code, detail, texts.text("http.fix"), requestId(response), status >= 502, List.of());
    }

    private static List<FieldError> fields(JsonObject problem) {
        return Stream.concat(
                        objects(problem, "errors")
                                .map(error ->
                                        new FieldError(error.getString("field", ""), error.getString("reason", ""))),
                        objects(problem, "violations").map(Problems::violation))
                .toList();
    }

    /** A place in the content that breaks the rules of its data type: its file, line, column and path are the field. */
    private static FieldError violation(JsonObject violation) {
        String line = violation.containsKey("line") ? ":" + violation.getInt("line") : "";
        String column = violation.containsKey("column") ? ":" + violation.getInt("column") : "";
        String place = violation.getString("file", "") + line + column + " " + violation.getString("path", "");
        return new FieldError(place.strip(), violation.getString("reason", ""));
    }

    private static Stream<JsonObject> objects(JsonObject problem, String member) {
        JsonArray array = problem.containsKey(member) ? problem.getJsonArray(member) : JsonArray.EMPTY_JSON_ARRAY;
        return array.getValuesAs(JsonObject.class).stream();
    }

    private static RefusedException of(
            int status,
            String code,
            String detail,
            String fix,
            String requestId,
            boolean retry,
            List<FieldError> errors) {
        return switch (status) {
            case 401 -> new RefusedException.NotAuthenticated(code, detail, fix, requestId, retry);
            case 403 -> new RefusedException.NotPermitted(code, detail, fix, requestId, retry);
            case 404 -> new RefusedException.NotFound(code, detail, fix, requestId, retry);
            case 409 -> new RefusedException.Conflict(code, detail, fix, requestId, retry);
            default -> new RefusedException(status, code, detail, fix, requestId, retry, errors);
        };
    }

    static String requestId(HttpResponse<?> response) {
        return response.headers().firstValue("X-Request-Id").orElse(null);
    }
}

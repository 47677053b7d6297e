package vn.lgsp.routing.control;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.packet.Delivery;

/** Why forms could not be made, as it is kept: places and reasons, never anything of the content. */
public final class FormFailures {
    private static final int MOST = 10;
    private static final int LONGEST = 200;

    private FormFailures() {}

    /** Whether a delivery ended because its content could not be converted. */
    public static boolean isConversion(Delivery delivery) {
        return ErrorCode.CONVERSION_FAILED.code().equals(delivery.reason());
    }

    static String write(List<Violation> places) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Violation place : places.subList(0, Math.min(MOST, places.size()))) {
            JsonObjectBuilder one =
                    Json.createObjectBuilder().add("line", place.line()).add("column", place.column());
            add(one, "file", place.file());
            add(one, "path", place.path());
            add(one, "reason", place.reason());
            add(one, "detail", place.detail());
            all.add(one);
        }
        String text = all.build().toString();
        return text.length() > 4000 ? write(places.subList(0, Math.max(1, places.size() / 2))) : text;
    }

    private static void add(JsonObjectBuilder one, String name, String value) {
        if (value != null) {
            one.add(name, value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
        }
    }

    /** What was kept; none for null. */
    public static List<Violation> read(String places) {
        if (places == null) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(places))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(one -> new Violation(
                            one.getString("file", null),
                            one.getInt("line"),
                            one.getInt("column"),
                            one.getString("path", null),
                            one.getString("reason"),
                            one.getString("detail", null)))
                    .toList();
        }
    }

    /** One line for the history. */
    static String line(List<Violation> places) {
        String all = places.stream().limit(3).map(FormFailures::place).collect(Collectors.joining("; "));
        String line = ErrorCode.CONVERSION_FAILED.code() + ": " + all;
        return line.length() > 900 ? line.substring(0, 900) + "…" : line;
    }

    private static String place(Violation place) {
        String where = (place.file() == null ? "" : place.file()) + (place.line() > 0 ? ":" + place.line() : "");
        String path = place.path() == null ? "" : " " + place.path();
        String detail = place.detail() == null ? "" : " (" + place.detail() + ")";
        return (where + path + " " + place.reason() + detail).strip();
    }
}

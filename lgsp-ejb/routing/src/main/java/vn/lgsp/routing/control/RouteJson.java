package vn.lgsp.routing.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Function;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.routing.boundary.RouteRule;

/** Rules as they are stored. */
final class RouteJson {
    private RouteJson() {}

    static String write(List<RouteRule> rules) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        rules.forEach(rule -> array.add(Json.createObjectBuilder()
                .add("code", rule.code())
                .add("name", rule.name())
                .add("enabled", rule.enabled())
                .add("when", when(rule.when()))
                .add("to", to(rule.to()))));
        return array.build().toString();
    }

    private static JsonObjectBuilder when(RouteRule.Condition when) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("dataTypes", texts(when.dataTypes()))
                .add(
                        "importances",
                        texts(when.importances().stream().map(Importance::name).toList()))
                .add("below", when.below())
                .add("words", texts(when.words()))
                .add("days", texts(when.days().stream().map(DayOfWeek::name).toList()));
        add(object, "source", when.source());
        add(object, "minBytes", when.minBytes());
        add(object, "maxBytes", when.maxBytes());
        add(object, "fromHour", when.fromHour());
        add(object, "toHour", when.toHour());
        return object;
    }

    private static JsonObjectBuilder to(RouteRule.Target to) {
        JsonObjectBuilder object =
                Json.createObjectBuilder().add("agencies", texts(to.agencies())).add("groups", texts(to.groups()));
        add(object, "application", to.application());
        add(object, "backup", to.backup());
        return object;
    }

    private static void add(JsonObjectBuilder object, String name, String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    private static void add(JsonObjectBuilder object, String name, Number value) {
        if (value != null) {
            object.add(name, value.longValue());
        }
    }

    private static JsonArrayBuilder texts(List<String> values) {
        return Json.createArrayBuilder(values);
    }

    static List<RouteRule> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(RouteJson::rule)
                    .toList();
        }
    }

    private static RouteRule rule(JsonObject rule) {
        JsonObject when = rule.getJsonObject("when");
        JsonObject to = rule.getJsonObject("to");
        Long fromHour = number(when, "fromHour");
        Long toHour = number(when, "toHour");
        return new RouteRule(
                rule.getString("code"),
                rule.getString("name"),
                rule.getBoolean("enabled"),
                new RouteRule.Condition(
                        list(when.getJsonArray("dataTypes"), Function.identity()),
                        list(when.getJsonArray("importances"), Importance::valueOf),
                        when.getString("source", null),
                        when.getBoolean("below"),
                        list(when.getJsonArray("words"), Function.identity()),
                        number(when, "minBytes"),
                        number(when, "maxBytes"),
                        fromHour == null ? null : fromHour.intValue(),
                        toHour == null ? null : toHour.intValue(),
                        list(when.getJsonArray("days"), DayOfWeek::valueOf)),
                new RouteRule.Target(
                        list(to.getJsonArray("agencies"), Function.identity()),
                        list(to.getJsonArray("groups"), Function.identity()),
                        to.getString("application", null),
                        to.getString("backup", null)));
    }

    private static Long number(JsonObject object, String name) {
        return object.containsKey(name) && object.get(name).getValueType() == JsonValue.ValueType.NUMBER
                ? object.getJsonNumber(name).longValue()
                : null;
    }

    private static <T> List<T> list(JsonArray array, Function<String, T> value) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .map(value)
                .toList();
    }
}

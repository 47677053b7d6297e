package vn.lgsp.registry.control.transform;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lgsp.registry.control.content.DocumentForm;

/**
 * JSONata by the port of its reference implementation to Java. Each step looks at the {@link Watch}; what does much in one step is bounded before.
 * Expressions have no regular expressions: those of the JDK go back without end and cannot be ended (threat 22).
 */
final class JsonataConverter implements Converter {
    private static final int LONGEST_TEXT = 1 << 24;
    private static final TypeReference<Object> ANYTHING = new TypeReference<>() {};

    private final String expression;
    private final int depth;

    private JsonataConverter(String expression, int depth) {
        this.expression = expression;
        this.depth = depth;
    }

    /** @throws ConversionFault where the expression cannot be used */
    static JsonataConverter of(byte[] program, int depth) throws ConversionFault {
        String expression = Documents.text(program);
        try {
            Jsonata.jsonata(expression);
        } catch (JException broken) {
            throw fault("program-unusable", expression, broken);
        }
        return new JsonataConverter(expression, depth);
    }

    private static ConversionFault fault(String reason, String expression, JException problem) {
        int at = Math.min(Math.max(problem.getLocation(), 0), expression.length());
        String before = expression.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - before.lastIndexOf('\n');
        boolean program = reason.startsWith("program");
        String code = problem.getError() + (problem.getLocation() > 0 ? " @ " + line + ":" + column : "");
        return new ConversionFault(
                reason,
                program ? line : 0,
                program ? column : 0,
                null,
                program ? null : code,
                problem.getDetailedErrorMessage());
    }

    @Override
    public void convert(byte[] document, OutputStream result) throws ConversionFault, IOException {
        Documents.requireJson(document, depth);
        ObjectMapper json = new ObjectMapper(DocumentForm.reader(Documents.limits(depth)));
        Object input = json.readValue(Documents.text(document), ANYTHING);
        Object output;
        try {
            // What an expression is read into remembers the last document: one for each.
            Jsonata program = Jsonata.jsonata(expression);
            output = program.evaluate(input, bounded(program.createFrame()));
        } catch (RuntimeException failed) {
            throw failure(failed);
        }
        if (output == null) {
            throw new ConversionFault("conversion-empty");
        }
        try (JsonGenerator out = json.createGenerator(result)) {
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(output, out, 0);
        }
    }

    /** Failures inside of functions come wrapped. */
    private ConversionFault failure(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof JException known) {
                return fault("conversion-program", expression, known);
            }
        }
        return new ConversionFault(
                "conversion-program", 0, 0, null, failed.getClass().getSimpleName(), failed.getMessage());
    }

    private static Jsonata.Frame bounded(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((step, input, environment) -> Watch.tick());
        frame.setEvaluateExitCallback((step, input, environment, value) -> {
            if (value instanceof Pattern) {
                throw new JException("regular expressions cannot be used", 0);
            }
            Watch.tick();
        });
        frame.bind("eval", new Jsonata.JFunction((input, arguments) -> refuse("$eval"), null));
        frame.bind("pad", new Jsonata.JFunction((input, arguments) -> pad(arguments), "<s-ns?:s>"));
        frame.bind("join", new Jsonata.JFunction((input, arguments) -> join(arguments), "<a<s>s?:s>"));
        frame.bind("replace", new Jsonata.JFunction((input, arguments) -> replace(arguments), "<s-(sf)(sf)n?:s>"));
        return frame;
    }

    private static Object refuse(String function) {
        throw new JException(function + " cannot be used", 0);
    }

    /** As {@code $pad}: to the right, or to the left for a width below 0, in characters. */
    private static Object pad(List<?> arguments) {
        String text = argument(arguments, 0);
        double width = ((Number) arguments.get(1)).doubleValue();
        String with = argument(arguments, 2);
        if (text == null) {
            return null;
        }
        require(Math.abs(width));
        int missing = (int) Math.abs(width) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        int[] unit = (with == null || with.isEmpty() ? " " : with).codePoints().toArray();
        int[] padding = new int[missing];
        Arrays.setAll(padding, i -> unit[i % unit.length]);
        String all = new String(padding, 0, missing);
        return width < 0 ? all + text : text + all;
    }

    private static Object join(List<?> arguments) {
        List<?> texts = (List<?>) arguments.get(0);
        String between = argument(arguments, 1);
        if (texts == null) {
            return null;
        }
        double length = between == null ? 0 : (double) between.length() * texts.size();
        for (Object text : texts) {
            length += String.valueOf(text).length();
        }
        require(length);
        return String.join(
                between == null ? "" : between,
                texts.stream().map(String::valueOf).toList());
    }

    private static Object replace(List<?> arguments) {
        String text = argument(arguments, 0);
        Object by = arguments.get(2);
        if (text == null) {
            return null;
        }
        if (!(arguments.get(1) instanceof String) || !(by instanceof String replacement)) {
            return refuse("$replace with a pattern or a function");
        }
        require((text.length() + 1.0) * (replacement.length() + 1.0));
        Number limit = arguments.size() > 3 ? (Number) arguments.get(3) : null;
        return replace(
                text, (String) arguments.get(1), replacement, limit == null ? Integer.MAX_VALUE : limit.intValue());
    }

    private static String replace(String text, String what, String by, int most) {
        if (what.isEmpty()) {
            throw new JException("D3010", 0);
        }
        StringBuilder all = new StringBuilder();
        int from = 0;
        int at = text.indexOf(what);
        for (int n = 0; at >= 0 && n < most; n++) {
            all.append(text, from, at).append(by);
            from = at + what.length();
            at = text.indexOf(what, from);
        }
        return all.append(text, from, text.length()).toString();
    }

    private static String argument(List<?> arguments, int index) {
        return arguments.size() > index ? (String) arguments.get(index) : null;
    }

    private static void require(double length) {
        if (length > LONGEST_TEXT) {
            Watch.stop(Watch.MEMORY);
        }
    }

    private void write(Object value, JsonGenerator out, int level) throws ConversionFault, IOException {
        Watch.tick();
        if (level > depth) {
            throw new ConversionFault("content-depth");
        }
        if (value instanceof Map<?, ?> members) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.writeFieldName(String.valueOf(member.getKey()));
                write(member.getValue(), out, level + 1);
            }
            out.writeEndObject();
        } else if (value instanceof List<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(item, out, level + 1);
            }
            out.writeEndArray();
        } else if (value == null || value == Jsonata.NULL_VALUE) {
            out.writeNull();
        } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            out.writePOJO(value);
        } else {
            throw new ConversionFault("conversion-program", 0, 0, null, "a function is no result", null);
        }
    }
}

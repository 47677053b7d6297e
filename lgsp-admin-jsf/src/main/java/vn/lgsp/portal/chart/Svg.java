package vn.lgsp.portal.chart;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Locale;

/** Writes elements with their attributes in one line each; names and values follow each other. */
record Svg(ResponseWriter out) {

    void open(String name, Object... attributes) throws IOException {
        out.startElement(name, null);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1] instanceof Double number ? coordinate(number) : attributes[i + 1];
            out.writeAttribute((String) attributes[i], value, null);
        }
    }

    void close(String name) throws IOException {
        out.endElement(name);
    }

    void empty(String name, Object... attributes) throws IOException {
        open(name, attributes);
        close(name);
    }

    void text(String name, String text, Object... attributes) throws IOException {
        open(name, attributes);
        out.writeText(text, null);
        close(name);
    }

    /** A coordinate with one place, whatever the language. */
    static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

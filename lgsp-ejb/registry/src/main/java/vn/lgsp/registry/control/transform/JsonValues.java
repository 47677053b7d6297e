package vn.lgsp.registry.control.transform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.registry.control.content.DocumentForm;

/** JSON as it is written: numbers keep their digits. Values are maps in their order, lists, {@link Scalar}s. */
final class JsonValues {
    private JsonValues() {}

    /**
     * Something that has no parts.
     *
     * @param text as it is written; null for null
     */
    record Scalar(String text) {}

    /** Reads a document whose form was checked. */
    static Object read(byte[] document, int depth) throws ConversionFault {
        try (JsonParser parser = DocumentForm.reader(Documents.limits(depth)).createParser(Documents.text(document))) {
            parser.nextToken();
            return value(parser);
        } catch (IOException impossible) {
            throw new IllegalStateException("the document was read before", impossible);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        Watch.tick();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return members;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        return new Scalar(parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText());
    }
}

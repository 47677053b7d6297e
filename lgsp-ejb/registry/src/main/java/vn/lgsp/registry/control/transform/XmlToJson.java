package vn.lgsp.registry.control.transform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xml.sax.SAXException;
import vn.lgsp.registry.control.content.HardXml;

/**
 * XML as JSON by the platform's own convention (docs/guides/transformations.md): an element is a text or an object, attributes have an {@code @}
 * before their names, text beside attributes is {@code #text}, what follows itself is a list. What would lose something – text between elements,
 * elements of one name apart from each other – is refused where it stands.
 */
final class XmlToJson implements Converter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_LISTS = 200;

    private final Set<String> lists;
    private final int depth;

    private XmlToJson(Set<String> lists, int depth) {
        this.lists = lists;
        this.depth = depth;
    }

    /** @param program one path a line, of elements that are lists even where there is one: {@code /hoSo/muc}; null for none */
    static XmlToJson of(byte[] program, int depth) throws ConversionFault {
        List<String> lines = Documents.lines(program);
        for (int i = 0; i < lines.size(); i++) {
            if (i >= MOST_LISTS || !lines.get(i).matches("(/[^/\\s@]{1,200}){1,100}")) {
                throw new ConversionFault("program-path", i + 1, 0, null, null, null);
            }
        }
        return new XmlToJson(new HashSet<>(lines), depth);
    }

    @Override
    public void convert(byte[] document, OutputStream result) throws ConversionFault, IOException {
        Documents.requireXml(document, depth);
        DataXml data = new DataXml();
        try {
            HardXml.read(new ByteArrayInputStream(document), depth, data);
        } catch (DataXml.Lossy lossy) {
            throw lossy.fault();
        } catch (SAXException impossible) {
            throw new IllegalStateException("the document was read before", impossible);
        }
        try (JsonGenerator out = JSON.createGenerator(result)) {
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            out.writeStartObject();
            members(List.of(data.root()), "", out);
            out.writeEndObject();
        }
    }

    private void members(List<DataXml.Element> elements, String above, JsonGenerator out) throws IOException {
        for (int i = 0; i < elements.size(); ) {
            String name = elements.get(i).name();
            int end = i + 1;
            while (end < elements.size() && elements.get(end).name().equals(name)) {
                end++;
            }
            String path = above + "/" + name;
            boolean list = end - i > 1 || lists.contains(path);
            out.writeFieldName(name);
            if (list) {
                out.writeStartArray();
            }
            for (; i < end; i++) {
                element(elements.get(i), path, out);
            }
            if (list) {
                out.writeEndArray();
            }
        }
    }

    private void element(DataXml.Element element, String path, JsonGenerator out) throws IOException {
        Watch.tick();
        if (element.attributes().isEmpty() && element.children().isEmpty()) {
            out.writeString(element.text().toString());
            return;
        }
        out.writeStartObject();
        for (var attribute : element.attributes().entrySet()) {
            out.writeStringField("@" + attribute.getKey(), attribute.getValue());
        }
        if (element.children().isEmpty() && !element.text().isEmpty()) {
            out.writeStringField("#text", element.text().toString());
        }
        members(element.children(), path, out);
        out.writeEndObject();
    }
}

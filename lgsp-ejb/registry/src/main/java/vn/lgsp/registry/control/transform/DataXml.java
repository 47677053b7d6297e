package vn.lgsp.registry.control.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that carries data: elements with text or with elements, never both. */
final class DataXml extends DefaultHandler {
    private final Deque<Element> open = new ArrayDeque<>();
    private final Map<String, String> declared = new LinkedHashMap<>();
    private Element root;
    private Locator locator;

    /**
     * An element.
     *
     * @param attributes with declarations of namespaces, as they are written
     */
    record Element(
            String name,
            String path,
            Map<String, String> attributes,
            List<Element> children,
            StringBuilder text,
            Map<String, Integer> seen) {}

    /** Told to the parser, which knows no other failures. */
    static final class Lossy extends SAXException {
        private static final long serialVersionUID = 1L;
        private final transient ConversionFault fault;

        Lossy(ConversionFault fault) {
            this.fault = fault;
        }

        ConversionFault fault() {
            return fault;
        }
    }

    Element root() {
        return root;
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        declared.put(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes given) throws SAXException {
        Watch.tick();
        Element above = open.peek();
        int index = above == null ? 1 : above.seen().merge(qualified, 1, Integer::sum);
        String path = (above == null ? "" : above.path()) + "/" + qualified + (index > 1 ? "[" + index + "]" : "");
        Map<String, String> attributes = new LinkedHashMap<>(declared);
        declared.clear();
        for (int i = 0; i < given.getLength(); i++) {
            attributes.put(given.getQName(i), given.getValue(i));
        }
        Element element =
                new Element(qualified, path, attributes, new ArrayList<>(), new StringBuilder(), new HashMap<>());
        if (above == null) {
            root = element;
        } else {
            requireTogether(above, element, index);
            above.children().add(element);
        }
        open.push(element);
    }

    /** Elements of one name follow each other: apart, their order among the others would be lost. */
    private void requireTogether(Element above, Element element, int index) throws Lossy {
        requireNoText(above);
        List<Element> before = above.children();
        if (index > 1 && !before.get(before.size() - 1).name().equals(element.name())) {
            throw lossy(element);
        }
    }

    private void requireNoText(Element element) throws Lossy {
        if (!element.text().toString().isBlank()) {
            throw lossy(element);
        }
    }

    private Lossy lossy(Element element) {
        return new Lossy(new ConversionFault(
                "conversion-lossy", locator.getLineNumber(), locator.getColumnNumber(), element.path(), null, null));
    }

    @Override
    public void characters(char[] text, int start, int length) {
        open.peek().text().append(text, start, length);
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        Element element = open.pop();
        if (!element.children().isEmpty()) {
            requireNoText(element);
        }
    }
}

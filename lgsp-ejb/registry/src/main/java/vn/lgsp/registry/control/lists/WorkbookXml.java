package vn.lgsp.registry.control.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lgsp.model.error.LgspException;

/**
 * Reads one part of a workbook forwards. A document type is refused where it begins, nothing outside the part is ever fetched (threat 18:
 * external entities). Names are local ones: the strict and the usual form of the format differ in their namespaces only.
 */
final class WorkbookXml {
    /** A workbook's parts are a dozen levels deep. */
    private static final int MAX_DEPTH = 64;

    /** Takes what comes; each method may do nothing. */
    interface Handler {
        /** @param element its attributes may be read from it */
        void begin(String name, Element element);

        void text(char[] letters, int from, int length);

        /** @return false to stop reading */
        boolean end(String name);
    }

    /** The attributes of the element that begins. */
    interface Element {
        /** An attribute by its local name; null when it is not there. */
        String attribute(String name);
    }

    private WorkbookXml() {}

    /** One for each part: nobody promises that threads may share it. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Letters written as numbers count as entities of a document without any: WorkbookZip bounds what comes out
        // instead.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** @throws LgspException FILE_UNREADABLE for what is no XML, or more than a workbook needs */
    static void read(InputStream part, Handler handler) throws IOException {
        try (part) {
            XMLStreamReader reader = factory().createXMLStreamReader(part);
            try {
                read(reader, handler);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw refusal(broken);
        }
    }

    private static void read(XMLStreamReader reader, Handler handler) throws XMLStreamException {
        Deque<String> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.push(reader.getLocalName());
                    if (open.size() > MAX_DEPTH) {
                        throw ListPages.unreadable("XLSX: depth > " + MAX_DEPTH);
                    }
                    handler.begin(open.peek(), name -> attribute(reader, name));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    handler.text(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!handler.end(open.pop())) {
                        return;
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw ListPages.unreadable("XLSX: DTD");
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    private static LgspException refusal(XMLStreamException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof LgspException bound) {
                return bound;
            }
        }
        return ListPages.unreadable("XLSX: XML");
    }
}

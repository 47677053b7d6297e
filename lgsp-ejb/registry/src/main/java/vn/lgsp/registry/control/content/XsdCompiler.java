package vn.lgsp.registry.control.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Makes an XML schema ready that may lie in several documents, which include each other by their names and nothing else. */
final class XsdCompiler {
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    private XsdCompiler() {}

    /**
     * Compiles a schema.
     *
     * @param documents by name
     * @param entry the one that holds or includes the rest
     * @throws SchemaFault when it cannot be used
     */
    static Schema compile(Map<String, byte[]> documents, String entry) {
        documents.forEach(XsdCompiler::requireSound);
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            // Names are resolved to files by the JDK before the resolver is asked, which answers or refuses each of
            // them itself.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setResourceResolver(
                    (type, namespace, publicId, systemId, base) -> resolve(documents, systemId, base));
            factory.setErrorHandler(new Refusing());
            return factory.newSchema(new StreamSource(new ByteArrayInputStream(documents.get(entry)), entry));
        } catch (SAXParseException broken) {
            throw new SchemaFault(
                    "schema-broken", name(broken.getSystemId()), broken.getLineNumber(), broken.getMessage());
        } catch (SAXException broken) {
            throw new SchemaFault("schema-broken", entry, 0, broken.getMessage());
        }
    }

    private static LSInput resolve(Map<String, byte[]> documents, String systemId, String base) {
        if (systemId == null) {
            return null;
        }
        byte[] content = documents.get(systemId);
        if (content == null) {
            throw new SchemaFault("schema-outside", name(base), 0, systemId);
        }
        return new Document(systemId, content);
    }

    private static String name(String systemId) {
        return systemId == null ? null : systemId.substring(systemId.lastIndexOf('/') + 1);
    }

    /** The document is well formed without a document type, and none of its patterns can hold the matcher up. */
    private static void requireSound(String name, byte[] content) {
        try {
            HardXml.read(new ByteArrayInputStream(content), Limits.USUAL.depth(), new Patterns(name));
        } catch (SAXParseException broken) {
            throw new SchemaFault(HardXml.reason(broken), name, broken.getLineNumber(), broken.getMessage());
        } catch (SAXException | IOException broken) {
            throw new SchemaFault(HardXml.MALFORMED, name, 0, broken.getMessage());
        }
    }

    /** Looks at the patterns of a schema as it is read. */
    private static final class Patterns extends DefaultHandler {
        private final String document;
        private Locator locator;

        Patterns(String document) {
            this.document = document;
        }

        @Override
        public void setDocumentLocator(Locator where) {
            locator = where;
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) {
            String pattern = XSD.equals(uri) && local.equals("pattern") ? attributes.getValue("value") : null;
            if (pattern != null && !PatternCost.bounded(pattern)) {
                throw new SchemaFault("schema-pattern", document, locator.getLineNumber(), pattern);
            }
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }

    /** A schema with an error is no schema. */
    private static final class Refusing implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) {
            // A schema with warnings works.
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }

    /** One document of the schema as the JDK asks for it. */
    private record Document(String name, byte[] content) implements LSInput {
        @Override
        public InputStream getByteStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public String getSystemId() {
            return name;
        }

        @Override
        public Reader getCharacterStream() {
            return null;
        }

        @Override
        public String getStringData() {
            return null;
        }

        @Override
        public String getPublicId() {
            return null;
        }

        @Override
        public String getBaseURI() {
            return null;
        }

        @Override
        public String getEncoding() {
            return null;
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCharacterStream(Reader stream) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setByteStream(InputStream stream) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setStringData(String data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setSystemId(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setPublicId(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setBaseURI(String uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setEncoding(String encoding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setCertifiedText(boolean certified) {
            throw new UnsupportedOperationException();
        }
    }
}

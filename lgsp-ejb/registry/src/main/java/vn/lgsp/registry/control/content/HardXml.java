package vn.lgsp.registry.control.content;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The one way in which XML of others is read: no document type, nothing from outside, bounded names and attributes (threat 17). */
public final class HardXml {
    static final String MALFORMED = "content-malformed";
    static final String DTD = "content-dtd";
    static final String ENCODING = "content-encoding";

    private static final String SAX = "http://xml.org/sax/features/";
    private static final String APACHE = "http://apache.org/xml/features/";
    private static final String JDK = "jdk.xml.";
    private static final String NO_DOCTYPE = APACHE + "disallow-doctype-decl";

    private HardXml() {}

    /** A parser of the JDK, whatever others lie on the class path. */
    public static XMLReader reader(int depth) {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(SAX + "external-general-entities", false);
            factory.setFeature(SAX + "external-parameter-entities", false);
            factory.setFeature(APACHE + "nonvalidating/load-external-dtd", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty(JDK + "elementAttributeLimit", 200);
            reader.setProperty(JDK + "maxXMLNameLimit", 1000);
            reader.setProperty(JDK + "maxElementDepth", depth + 1);
            reader.setProperty(JDK + "entityExpansionLimit", 1);
            reader.setEntityResolver((publicId, systemId) -> {
                throw new SAXException("nothing is read from outside");
            });
            return reader;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser lacks a safeguard", e);
        }
    }

    /** Reads a document through; problems of its form go to the handler's {@code fatalError}. */
    public static <H extends DefaultHandler & ErrorHandler> void read(InputStream in, int depth, H handler)
            throws IOException, SAXException {
        XMLReader reader = reader(depth);
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.parse(new InputSource(in));
    }

    /** Whether the bytes are no text in the encoding that the document names: a fault of the document, not of whoever hands the bytes out. */
    static boolean encoding(IOException failure) {
        return failure instanceof CharConversionException || failure instanceof UnsupportedEncodingException;
    }

    /** Why a document is not well formed. */
    static String reason(SAXParseException problem) {
        String said = String.valueOf(problem.getMessage());
        if (said.contains(NO_DOCTYPE)) {
            return DTD;
        }
        return said.contains("encoding") || said.startsWith("Invalid byte") ? ENCODING : MALFORMED;
    }
}

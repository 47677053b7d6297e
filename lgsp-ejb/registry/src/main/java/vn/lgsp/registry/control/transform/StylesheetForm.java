package vn.lgsp.registry.control.transform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import vn.lgsp.registry.control.content.HardXml;

/**
 * Looks at a stylesheet before it is compiled. Refused are instructions that read or write something outside, and everything that is reckoned out
 * while a stylesheet is compiled, when no watch can end it.
 */
final class StylesheetForm extends DefaultHandler {
    private static final String XSLT = "http://www.w3.org/1999/XSL/Transform";
    private static final Set<String> OUTSIDE = Set.of(
            "evaluate",
            "import",
            "import-schema",
            "include",
            "result-document",
            "source-document",
            "stream",
            "use-package");
    private static final int DEEPEST = 200;

    private Locator locator;
    private boolean root = true;

    private StylesheetForm() {}

    /** Told to the parser, which knows no other failures. */
    private static final class Found extends SAXException {
        private static final long serialVersionUID = 1L;
        private final transient ConversionFault fault;

        Found(ConversionFault fault) {
            this.fault = fault;
        }
    }

    /** @throws ConversionFault naming the line that cannot be used */
    static void require(byte[] stylesheet) throws ConversionFault {
        try {
            HardXml.read(new ByteArrayInputStream(stylesheet), DEEPEST, new StylesheetForm());
        } catch (Found found) {
            throw found.fault;
        } catch (SAXParseException broken) {
            throw new ConversionFault(
                    "program-malformed",
                    broken.getLineNumber(),
                    broken.getColumnNumber(),
                    null,
                    null,
                    broken.getMessage());
        } catch (SAXException | IOException broken) {
            throw new ConversionFault("program-malformed", 0, 0, null, null, broken.getMessage());
        }
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        boolean xslt = XSLT.equals(uri);
        if (root && !(xslt && (local.equals("stylesheet") || local.equals("transform")))) {
            throw refused("program-no-stylesheet", qualified);
        }
        root = false;
        if (xslt && OUTSIDE.contains(local)) {
            throw refused("program-outside", "xsl:" + local);
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(xslt, attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i));
        }
    }

    private void attribute(boolean xslt, String uri, String name, String value) throws SAXException {
        boolean own = xslt && uri.isEmpty();
        boolean static_ = own && name.equals("static") && !value.strip().matches("no|false|0");
        boolean shadow = own && name.startsWith("_");
        boolean conditional = name.equals("use-when") && (own || XSLT.equals(uri));
        if (static_ || shadow || conditional) {
            throw refused("program-outside", name);
        }
    }

    private Found refused(String reason, String what) {
        return new Found(
                new ConversionFault(reason, locator.getLineNumber(), locator.getColumnNumber(), null, null, what));
    }

    @Override
    public void error(SAXParseException broken) throws SAXException {
        throw broken;
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
        throw broken;
    }
}

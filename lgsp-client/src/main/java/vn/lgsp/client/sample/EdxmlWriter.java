package vn.lgsp.client.sample;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the elements of QCVN 102:2016 the way the receivers in use expect them: root and attachments without a prefix, the envelope with
 * the prefix {@code edXML}. One line per element, indented.
 */
final class EdxmlWriter {

    private static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final String PREFIX = "edXML";

    private final XMLStreamWriter xml;
    private int depth;

    EdxmlWriter(Writer out) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    }

    void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        openPlain("edXML");
        xml.writeDefaultNamespace(NAMESPACE);
    }

    void openEnvelope() throws XMLStreamException {
        open("edXMLEnvelope");
        xml.writeNamespace(PREFIX, NAMESPACE);
    }

    void open(String name) throws XMLStreamException {
        line();
        xml.writeStartElement(PREFIX, name, NAMESPACE);
        depth++;
    }

    void open(String name, String attribute, String value) throws XMLStreamException {
        open(name);
        xml.writeAttribute(attribute, value);
    }

    void leaf(String name, String text) throws XMLStreamException {
        line();
        xml.writeStartElement(PREFIX, name, NAMESPACE);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    void attachments(List<Attachment> attachments) throws XMLStreamException, IOException {
        openPlain("AttachmentEncoded");
        for (Attachment attachment : attachments) {
            openPlain("Attachment");
            plain("ContentId", attachment.contentId());
            plain("AttachmentName", attachment.name());
            plain("Description", attachment.description());
            plain("ContentType", "application/zip");
            line();
            xml.writeStartElement(PREFIX, "ContentTransferEncoded", NAMESPACE);
            xml.writeNamespace(PREFIX, NAMESPACE);
            xml.writeCharacters(attachment.encoded());
            xml.writeEndElement();
            close();
        }
        close();
    }

    void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        close();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void openPlain(String name) throws XMLStreamException {
        line();
        xml.writeStartElement("", name, NAMESPACE);
        depth++;
    }

    private void plain(String name, String text) throws XMLStreamException {
        line();
        xml.writeStartElement("", name, NAMESPACE);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}

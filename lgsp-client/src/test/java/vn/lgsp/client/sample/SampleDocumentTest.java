package vn.lgsp.client.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lgsp.client.signing.ContentDigest;

/** The sample document, read as a receiver would read it. */
class SampleDocumentTest {

    private static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    private Document document;

    @BeforeEach
    void read() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(SampleDocument.bytes()));
    }

    @Test
    void isTheSameBytesEverywhere() {
        assertThat(ContentDigest.of(SampleDocument.bytes()))
                .isEqualTo("sha-256=:oL0LX8G0Kv3ItpOzVmaIR9bZiP+tcb1caGTbS9Oa2e8=:");
        assertThat(SampleDocument.bytes()).hasSizeBetween(280_000, 320_000);
    }

    @Test
    void goesFromTheDepartmentToTheCity() {
        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("edXML");
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(NAMESPACE);
        assertThat(only("edXMLEnvelope").getPrefix()).isEqualTo("edXML");
        assertThat(text(only("From"), "OrganId")).isEqualTo(SampleDocument.FROM);
        assertThat(text(only("To"), "OrganId")).isEqualTo(SampleDocument.TO);
        assertThat(only("Subject").getTextContent()).isEqualTo(SampleDocument.SUBJECT);
        assertThat(only("DocumentId").getTextContent()).isEqualTo("000.00.12.H23,2024/06/12,86/STTTT-CNTT");
    }

    @Test
    void carriesTwoAttachmentsThatTheManifestNames() throws IOException {
        assertThat(document.getElementsByTagNameNS(NAMESPACE, "Reference").getLength())
                .isEqualTo(2);
        byte[] letter = attachment(0, "cid:1", "86-STTTT-CNTT.pdf", ".pdf");
        byte[] table = attachment(1, "cid:2", "Phụ lục - Số liệu kết nối theo giờ.csv", ".csv");

        assertThat(new String(letter, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.7")
                .endsWith("%%EOF\n");
        assertThat(new String(table, StandardCharsets.UTF_8)).startsWith("\uFEFFNgày,Giờ,Mã cơ quan");
        assertThat(new String(table, StandardCharsets.UTF_8).lines()).hasSize(1 + 25 * 24 * 5);
    }

    @Test
    void pointsToEachObjectOfTheLetter() throws IOException {
        String pdf = new String(attachment(0, "cid:1", "86-STTTT-CNTT.pdf", ".pdf"), StandardCharsets.ISO_8859_1);
        int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));
        assertThat(pdf.substring(table)).startsWith("xref\n0 8\n");
        for (int object = 1; object <= 7; object++) {
            int entry = table + "xref\n0 8\n".length() + 20 * object;
            int offset = Integer.parseInt(pdf.substring(entry, entry + 10));
            assertThat(pdf.substring(offset)).startsWith(object + " 0 obj\n");
        }
    }

    @Test
    void overwritesNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(SampleDocument.FILE_NAME);
        SampleDocument.write(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(SampleDocument.bytes());
        assertThatThrownBy(() -> SampleDocument.write(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private byte[] attachment(int index, String contentId, String name, String extension) throws IOException {
        Element attachment = (Element)
                document.getElementsByTagNameNS(NAMESPACE, "Attachment").item(index);
        Element reference = (Element)
                document.getElementsByTagNameNS(NAMESPACE, "Reference").item(index);
        assertThat(text(attachment, "ContentId")).isEqualTo(contentId).isEqualTo(text(reference, "ContentId"));
        assertThat(text(attachment, "AttachmentName")).isEqualTo(name).isEqualTo(text(reference, "AttachmentName"));
        assertThat(attachment.getPrefix()).isNull();
        String encoded = text(attachment, "ContentTransferEncoded");
        assertThat(encoded).doesNotContainAnyWhitespaces();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(encoded)))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry.getName()).matches("[0-9a-f-]{36}\\" + extension);
            byte[] content = zip.readAllBytes();
            assertThat(zip.getNextEntry()).as("exactly one entry").isNull();
            return content;
        }
    }

    private Element only(String name) {
        assertThat(document.getElementsByTagNameNS(NAMESPACE, name).getLength()).isEqualTo(1);
        return (Element) document.getElementsByTagNameNS(NAMESPACE, name).item(0);
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(NAMESPACE, name).item(0).getTextContent();
    }
}

package vn.lgsp.client.sample;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * An edXML document of QCVN 102:2016 from the Department of Information and Communications of Hải Dương to the People's Committee of
 * the city of Hải Dương, about 300 KB. Both codes are constructed ones of the demonstration province (MẪU), and so is the content.
 */
public final class SampleDocument {

    /** Identifier code of the sender. */
    public static final String FROM = "000.00.12.H23";

    /** Identifier code of the receiver. */
    public static final String TO = "000.00.31.H23";

    /** Subject of the document. */
    public static final String SUBJECT = "V/v thử nghiệm gửi, nhận văn bản điện tử qua nền tảng tích hợp,"
            + " chia sẻ dữ liệu của tỉnh (VĂN BẢN MẪU)";

    /** Name under which the document is usually kept. */
    public static final String FILE_NAME = "van-ban-mau.edxml";

    private static final String NUMBER = "86";
    private static final String NOTATION = "STTTT-CNTT";
    private static final String DATE = "2024/06/12";

    private SampleDocument() {}

    /** Writes the document into a new file. */
    public static void write(Path target) throws IOException {
        Files.write(target, bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** The document, the same bytes on each machine and each JDK. */
    public static byte[] bytes() {
        List<Attachment> attachments = List.of(
                new Attachment("cid:1", "86-STTTT-CNTT.pdf", "Văn bản chính", "application/pdf", SampleLetter.pdf()),
                new Attachment(
                        "cid:2", "Phụ lục - Số liệu kết nối theo giờ.csv", "Phụ lục", "text/csv", SampleTable.csv()));
        StringWriter text = new StringWriter();
        try {
            write(new EdxmlWriter(text), attachments);
        } catch (XMLStreamException | IOException inMemory) {
            throw new UncheckedIOException(new IOException(inMemory));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(EdxmlWriter xml, List<Attachment> attachments) throws XMLStreamException, IOException {
        xml.begin();
        xml.openEnvelope();
        xml.open("edXMLHeader");
        messageHeader(xml);
        traceHeaderList(xml);
        xml.close();
        xml.open("edXMLBody");
        xml.open("edXMLManifest", "version", "1.0");
        for (Attachment attachment : attachments) {
            xml.open("Reference");
            xml.leaf("ContentId", attachment.contentId());
            xml.leaf("ContentType", attachment.contentType());
            xml.leaf("Description", attachment.description());
            xml.leaf("AttachmentName", attachment.name());
            xml.close();
        }
        xml.close();
        xml.close();
        xml.close();
        xml.attachments(attachments);
        xml.end();
    }

    private static void messageHeader(EdxmlWriter xml) throws XMLStreamException {
        xml.open("MessageHeader");
        xml.open("From");
        xml.leaf("OrganId", FROM);
        xml.leaf("OrganizationInCharge", "Ủy ban nhân dân tỉnh Hải Dương");
        xml.leaf("OrganName", "Sở Thông tin và Truyền thông");
        xml.leaf("OrganAdd", "Thành phố Hải Dương, tỉnh Hải Dương");
        xml.close();
        xml.open("To");
        xml.leaf("OrganId", TO);
        xml.leaf("OrganizationInCharge", "Ủy ban nhân dân tỉnh Hải Dương");
        xml.leaf("OrganName", "Ủy ban nhân dân thành phố Hải Dương");
        xml.close();
        xml.leaf("DocumentId", FROM + "," + DATE + "," + NUMBER + "/" + NOTATION);
        xml.open("Code");
        xml.leaf("CodeNumber", NUMBER);
        xml.leaf("CodeNotation", NOTATION);
        xml.close();
        xml.open("PromulgationInfo");
        xml.leaf("Place", "Hải Dương");
        xml.leaf("PromulgationDate", DATE);
        xml.close();
        xml.open("DocumentType");
        xml.leaf("Type", "2");
        xml.leaf("TypeDetail", "18");
        xml.leaf("TypeName", "Công văn");
        xml.close();
        xml.leaf("Subject", SUBJECT);
        xml.leaf("Content", "Đề nghị thử nghiệm gửi, nhận, xác nhận văn bản điện tử qua nền tảng.");
        xml.open("SignerInfo");
        xml.leaf("Competence", "KT. GIÁM ĐỐC");
        xml.leaf("Position", "Phó Giám đốc");
        xml.leaf("FullName", "Nguyễn Văn Mẫu");
        xml.close();
        xml.leaf("DueDate", "2024/06/28");
        xml.open("OtherInfo");
        xml.leaf("Priority", "1");
        xml.leaf("SphereOfPromulgation", "Công nghệ thông tin");
        xml.leaf("PageAmount", "1");
        xml.open("Appendixes");
        xml.leaf("Appendix", "Số liệu kết nối theo giờ");
        xml.close();
        xml.close();
        xml.leaf("SteeringType", "1");
        xml.open("ToPlaces");
        xml.leaf("Place", "Như trên");
        xml.leaf("Place", "Lưu: VT, CNTT");
        xml.close();
        xml.close();
    }

    private static void traceHeaderList(EdxmlWriter xml) throws XMLStreamException {
        xml.open("TraceHeaderList");
        xml.open("TraceHeader");
        xml.leaf("OrganId", FROM);
        xml.leaf("Timestamp", DATE + " 08:15:00");
        xml.close();
        xml.open("Bussiness");
        xml.leaf("BussinessDocType", "0");
        xml.leaf("BussinessDocReason", "Văn bản điện tử mới");
        xml.leaf("Paper", "0");
        xml.open("StaffInfo");
        xml.leaf("Department", "Văn phòng Sở");
        xml.leaf("Staff", "Trần Thị Mẫu");
        xml.leaf("Email", "vanthu.mau@example.vn");
        xml.close();
        xml.close();
        xml.close();
    }
}

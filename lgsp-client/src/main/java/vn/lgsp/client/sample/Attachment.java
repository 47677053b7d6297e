package vn.lgsp.client.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One attachment of an edXML document.
 *
 * @param contentId joins the manifest's reference with the content
 * @param name name of the file for people
 * @param description what it is
 * @param contentType of the file itself
 * @param content its bytes
 */
record Attachment(String contentId, String name, String description, String contentType, byte[] content) {

    private static final LocalDateTime TIME = LocalDateTime.of(2024, 6, 12, 8, 0);

    /**
     * The content as it stands in the document: a ZIP archive with one entry named by a UUID, in base64 on one line. The entry is stored
     * and not compressed, because compressed bytes differ from one JDK's zlib to the next.
     */
    String encoded() throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        ZipEntry entry = new ZipEntry(id + name.substring(name.lastIndexOf('.')));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(TIME);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        return Base64.getEncoder().encodeToString(archive.toByteArray());
    }
}

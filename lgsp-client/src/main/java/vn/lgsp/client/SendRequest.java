package vn.lgsp.client;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lgsp.client.model.Importance;
import vn.lgsp.client.model.PacketRequest;
import vn.lgsp.client.model.Policy;

/**
 * What {@link LgspClient#send} needs to know. Start with {@link #to} and add the rest.
 *
 * @param agency identifier code of the destination in either form
 * @param title 1 to 500 characters
 * @param files at least one, all with different names
 * @param importance null: normal
 * @param dataType null: {@code edoc} when every file is an edXML document, else {@code file}
 * @param protocol null: {@code edxml} when every file is an edXML document, else {@code file}
 * @param policy null: the platform's own
 */
public record SendRequest(
        String agency,
        String title,
        List<Path> files,
        Importance importance,
        String dataType,
        String protocol,
        Policy policy) {

    /** Copies the list. */
    public SendRequest {
        requireNonNull(agency, "agency");
        requireNonNull(title, "title");
        files = List.copyOf(files);
    }

    /** A request without files yet. */
    public static SendRequest to(String agency, String title) {
        return new SendRequest(agency, title, List.of(), null, null, null, null);
    }

    /** The same request with one more file. */
    public SendRequest file(Path file) {
        List<Path> more = new ArrayList<>(files);
        more.add(file);
        return new SendRequest(agency, title, more, importance, dataType, protocol, policy);
    }

    /** The same request with an importance. */
    public SendRequest importance(Importance newImportance) {
        return new SendRequest(agency, title, files, newImportance, dataType, protocol, policy);
    }

    /** The same request with a data type and a protocol. */
    public SendRequest as(String newDataType, String newProtocol) {
        return new SendRequest(agency, title, files, importance, newDataType, newProtocol, policy);
    }

    /** The same request with a policy. */
    public SendRequest policy(Policy newPolicy) {
        return new SendRequest(agency, title, files, importance, dataType, protocol, newPolicy);
    }

    /**
     * What to ask the platform.
     *
     * @throws IOException when the size of a file cannot be told
     * @throws IllegalArgumentException when there is no file, or two have the same name
     */
    public PacketRequest toPacketRequest() throws IOException {
        long names = files.stream().map(Packets::nameOf).distinct().count();
        if (files.isEmpty() || names < files.size()) {
            throw new IllegalArgumentException("At least one file is needed, and all names must differ");
        }
        long size = 0;
        for (Path file : files) {
            size = Math.addExact(size, Files.size(file));
        }
        boolean document = files.stream()
                .allMatch(file -> Packets.nameOf(file).toLowerCase(Locale.ROOT).endsWith(".edxml"));
        return new PacketRequest(
                List.of(new PacketRequest.Recipient(agency)),
                title,
                importance,
                dataType != null ? dataType : document ? "edoc" : "file",
                protocol != null ? protocol : document ? "edxml" : "file",
                size);
    }
}

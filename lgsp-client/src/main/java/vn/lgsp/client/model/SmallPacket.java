package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A packet that is sent whole (Điều 8.2 to 8.4), with others in one request. Start with {@link #to} and add the rest.
 *
 * @param recipients agencies and groups of agencies; all of them can be used, or the packet is refused
 * @param title 1 to 500 characters
 * @param importance null: normal
 * @param dataType code of a registered data type
 * @param protocol {@code edxml} or {@code file}
 * @param policy null: the platform's own
 * @param files at least one, all with different names
 * @param idempotencyKey 1 to 128 printable ASCII characters: the same key with the same packet makes no second one
 */
public record SmallPacket(
        List<PacketRequest.Recipient> recipients,
        String title,
        Importance importance,
        String dataType,
        String protocol,
        Policy policy,
        List<ContentFile> files,
        String idempotencyKey) {

    /** Checks what the contract requires. */
    public SmallPacket {
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
        requireNonNull(title, "title");
        requireNonNull(dataType, "dataType");
        requireNonNull(protocol, "protocol");
        requireNonNull(idempotencyKey, "idempotencyKey");
    }

    /** A packet to one agency, without files yet, with a key of its own. */
    public static SmallPacket to(String agency, String title, String dataType, String protocol) {
        return new SmallPacket(
                List.of(new PacketRequest.Recipient(agency)),
                title,
                null,
                dataType,
                protocol,
                null,
                List.of(),
                UUID.randomUUID().toString());
    }

    /** The same packet with one more file. */
    public SmallPacket file(ContentFile file) {
        List<ContentFile> more = new ArrayList<>(files);
        more.add(file);
        return new SmallPacket(recipients, title, importance, dataType, protocol, policy, more, idempotencyKey);
    }

    /** The same packet with an importance and a policy; both may be null. */
    public SmallPacket with(Importance newImportance, Policy newPolicy) {
        return new SmallPacket(recipients, title, newImportance, dataType, protocol, newPolicy, files, idempotencyKey);
    }

    /** The same packet with the caller's own key, which it knows again after a restart. */
    public SmallPacket key(String key) {
        return new SmallPacket(recipients, title, importance, dataType, protocol, policy, files, key);
    }
}

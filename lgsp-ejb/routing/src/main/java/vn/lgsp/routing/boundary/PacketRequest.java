package vn.lgsp.routing.boundary;

import java.util.List;
import vn.lgsp.model.packet.Importance;

/**
 * What a source asks to send (yêu cầu liên thông, Điều 8.2). Nothing is checked yet: every part may be null or wrong.
 *
 * @param recipients whom it is for: agencies and groups of agencies
 * @param title 1–500 characters
 * @param importance null counts as normal
 * @param dataType code of a registered data type
 * @param dataTypeVersion which version of its rules the content keeps; null for the current one
 * @param protocol exchange protocol of the content
 * @param size bytes that will come in all; null when not known
 * @param idempotencyKey null when the source gave none
 */
public record PacketRequest(
        List<Recipient> recipients,
        String title,
        Importance importance,
        String dataType,
        Integer dataTypeVersion,
        String protocol,
        Long size,
        String idempotencyKey) {

    /** A request by the current version of its data type. */
    public PacketRequest(
            List<Recipient> recipients,
            String title,
            Importance importance,
            String dataType,
            String protocol,
            Long size,
            String idempotencyKey) {
        this(recipients, title, importance, dataType, null, protocol, size, idempotencyKey);
    }

    /**
     * One entry of the list: an agency or a group of them, not both.
     *
     * @param agency identifier code in either form; null for a group
     * @param group code of a group of agencies; null for an agency
     */
    public record Recipient(String agency, String group) {}
}

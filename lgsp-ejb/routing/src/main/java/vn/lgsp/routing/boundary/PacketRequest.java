package vn.lgsp.routing.boundary;

import java.util.List;
import java.util.UUID;
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
 * @param resendOf an earlier packet of the source that this one sends again; null for none
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
        UUID resendOf,
        String idempotencyKey) {

    /** A request by the current version of its data type that sends nothing again. */
    public PacketRequest(
            List<Recipient> recipients,
            String title,
            Importance importance,
            String dataType,
            String protocol,
            Long size,
            String idempotencyKey) {
        this(recipients, title, importance, dataType, null, protocol, size, null, idempotencyKey);
    }

    /**
     * One entry of the list: an agency, a group of them, or a rule that finds them; exactly one of the three.
     *
     * @param agency identifier code in either form; else null
     * @param group code of a group of agencies; else null
     * @param rule code of rules (Điều 5.7); else null
     */
    public record Recipient(String agency, String group, String rule) {
        /** An agency or a group. */
        public Recipient(String agency, String group) {
            this(agency, group, null);
        }
    }
}

package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a source asks for before it sends (Điều 8.2).
 *
 * @param recipients agencies and groups of agencies; all of them can be used, or nothing is granted
 * @param title 1 to 500 characters
 * @param importance null: normal
 * @param dataType code of a registered data type, e.g. {@code edoc}
 * @param protocol {@code edxml} or {@code file}
 * @param size bytes of all files, so that the platform can refuse early; null: not known
 */
public record PacketRequest(
        List<Recipient> recipients, String title, Importance importance, String dataType, String protocol, Long size) {

    /**
     * Who is to receive: an agency, or a group of agencies with its members at the time of the request.
     *
     * @param agency identifier code in either form; null for a group
     * @param group code of the group; null for an agency
     */
    public record Recipient(String agency, String group) {

        /** Checks what the contract requires. */
        public Recipient {
            if ((agency == null) == (group == null)) {
                throw new IllegalArgumentException("agency or group");
            }
        }

        /** One agency. */
        public Recipient(String agency) {
            this(agency, null);
        }
    }

    /** Checks what the contract requires. */
    public PacketRequest {
        recipients = List.copyOf(recipients);
        requireNonNull(title, "title");
        requireNonNull(dataType, "dataType");
        requireNonNull(protocol, "protocol");
        if (importance == Importance.UNKNOWN) {
            throw new IllegalArgumentException("importance");
        }
    }

    /** A request of normal importance to one agency. */
    public static PacketRequest to(String agency, String title, String dataType, String protocol) {
        return new PacketRequest(List.of(new Recipient(agency)), title, null, dataType, protocol, null);
    }
}

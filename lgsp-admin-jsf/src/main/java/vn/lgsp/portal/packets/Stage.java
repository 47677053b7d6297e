package vn.lgsp.portal.packets;

import vn.lgsp.routing.boundary.PacketRow;

/** How far a packet has come, in the words people use (portal.md 3.2): one word for the packet and its first destination together. */
public enum Stage {
    REQUESTED(Tone.RUNNING),
    GRANTED(Tone.RUNNING),
    UPLOADING(Tone.RUNNING),
    RECEIVED(Tone.RUNNING),
    PLANNED(Tone.RUNNING),
    NOTIFIED(Tone.RUNNING),
    ACCEPTED(Tone.RUNNING),
    FETCHING(Tone.RUNNING),
    CONFIRMED(Tone.DONE),
    REFUSED(Tone.ERROR),
    UNDELIVERED(Tone.ERROR),
    EXPIRED(Tone.ATTENTION),
    CANCELLED(Tone.STOPPED),
    QUARANTINED(Tone.ERROR);

    /** Đang chạy, hoàn tất, cần chú ý, lỗi, đã dừng; never shown by colour alone. */
    public enum Tone {
        RUNNING("running"),
        DONE("done"),
        ATTENTION("attention"),
        ERROR("error"),
        STOPPED("stopped");

        private final String css;

        Tone(String css) {
            this.css = css;
        }

        /** The name of its colour and of its icon. */
        public String css() {
            return css;
        }
    }

    private final Tone tone;

    Stage(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The stage of a packet in a list. */
    public static Stage of(PacketRow row) {
        return switch (row.state()) {
            case REQUESTED -> REQUESTED;
            case GRANTED -> GRANTED;
            case UPLOADING -> UPLOADING;
            case RECEIVED -> RECEIVED;
            case PLANNED -> underWay(row);
            case DELIVERED -> CONFIRMED;
            case UNDELIVERED -> notDelivered(row);
            case CANCELLED -> CANCELLED;
            case EXPIRED -> EXPIRED;
            case QUARANTINED -> QUARANTINED;
        };
    }

    private static Stage underWay(PacketRow row) {
        return row.deliveryState() == null
                ? PLANNED
                : switch (row.deliveryState()) {
                    case NOTIFIED -> NOTIFIED;
                    case ACCEPTED -> ACCEPTED;
                    case FETCHING -> FETCHING;
                    case CONFIRMED -> CONFIRMED;
                    default -> PLANNED;
                };
    }

    private static Stage notDelivered(PacketRow row) {
        return row.deliveryState() == null
                ? UNDELIVERED
                : switch (row.deliveryState()) {
                    case REFUSED -> REFUSED;
                    case EXPIRED -> EXPIRED;
                    case FAILED -> QUARANTINED;
                    default -> UNDELIVERED;
                };
    }
}

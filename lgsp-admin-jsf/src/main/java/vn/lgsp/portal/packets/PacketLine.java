package vn.lgsp.portal.packets;

import java.time.Duration;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.routing.boundary.PacketRow;

/** A packet as a line of a table; expression language reads no record components as properties, hence the getters. */
public class PacketLine {
    private static final int SHORT = 8;

    private final PacketRow row;

    public PacketLine(PacketRow row) {
        this.row = row;
    }

    public PacketRow getRow() {
        return row;
    }

    public Stage getStage() {
        return Stage.of(row);
    }

    /** The last characters of the id, which tell packets of the same minute apart. */
    public String getShortId() {
        String id = row.id().toString();
        return "…" + id.substring(id.length() - SHORT);
    }

    public String getAddress() {
        return Paths.JOURNEY + "?ma=" + row.id();
    }

    /** From request to confirmation; null before. */
    public Duration getTook() {
        return row.confirmedAt() == null ? null : Duration.between(row.createdAt(), row.confirmedAt());
    }
}

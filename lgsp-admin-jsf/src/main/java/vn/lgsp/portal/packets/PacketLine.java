package vn.lgsp.portal.packets;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.routing.boundary.PacketRow;

/** A packet as a line of a table; expression language reads no record components as properties, hence the getters. */
public class PacketLine {
    private static final int SHORT = 8;
    private static final int ID_LENGTH = 36;

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

    /** From whom to whom, for exports. */
    public String getRoute() {
        return row.sourceName() + " (" + row.sourceCode() + ") → " + destination() + " (" + row.destinationCode() + ")";
    }

    /** From whom to whom, for the screen. */
    public List<Piece> getParties() {
        return List.of(
                new Piece.Party(row.sourceName(), row.sourceCode(), false),
                new Piece.Party(destination(), row.destinationCode(), true));
    }

    /** The destination shown, and how many there are besides. */
    private String destination() {
        return row.others() == 0 ? row.destinationName() : row.destinationName() + " +" + row.others();
    }

    /** Reads the id of a packet; null for other words and for null. */
    static UUID id(String text) {
        try {
            return text == null || text.length() != ID_LENGTH ? null : UUID.fromString(text);
        } catch (IllegalArgumentException words) {
            return null;
        }
    }

    /** From request to confirmation; null before. */
    public Duration getTook() {
        return row.confirmedAt() == null ? null : Duration.between(row.createdAt(), row.confirmedAt());
    }
}

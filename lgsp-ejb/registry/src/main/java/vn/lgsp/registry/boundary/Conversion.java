package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.registry.Transformation.Ends;
import vn.lgsp.registry.control.transform.ConversionFault;
import vn.lgsp.registry.control.transform.ConversionRoom;
import vn.lgsp.registry.control.transform.FileNames;
import vn.lgsp.registry.control.transform.Program;

/** A version of a transformation, ready to convert the files of packets; for any number of threads. */
public final class Conversion {
    private final UUID versionId;
    private final Ends ends;
    private final Program program;
    private final ContentCheck check;
    private final ConversionRoom room;

    /** @param check null where no rules are in force */
    Conversion(UUID versionId, Ends ends, Program program, ContentCheck check, ConversionRoom room) {
        this.versionId = versionId;
        this.ends = ends;
        this.program = program;
        this.check = check;
        this.room = room;
    }

    /** Whether files of this media type are converted; others pass as they are. */
    public boolean converts(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String type = (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return ends.mediaIn().contains(type);
    }

    /** The name of what comes of a file. */
    public String name(String original) {
        return FileNames.of(original, ends);
    }

    /** The media type of what comes of a file. */
    public String mediaType() {
        return ends.mediaOut();
    }

    /** The largest file that can be converted, bytes. */
    public int largest() {
        return room.bounds().input();
    }

    /** How much may come of all files of a packet together, bytes. */
    public int largestResult() {
        return room.bounds().output();
    }

    /**
     * Converts a file.
     *
     * @throws ConversionRefused where it cannot be converted
     * @throws vn.lgsp.model.error.LgspException UNAVAILABLE when too much is being converted already
     */
    public byte[] convert(String file, byte[] document) throws ConversionRefused {
        try {
            return room.convert(versionId, program, document);
        } catch (ConversionFault fault) {
            throw new ConversionRefused(fault.in(file).stream()
                    .map(one ->
                            new Violation(file, one.line(), one.column(), one.path(), one.reason(), fault.program()))
                    .toList());
        }
    }

    /**
     * The rules of the type that the result has to be of, as they are in force; for the files of one packet.
     *
     * @throws ConversionRefused where none are
     */
    public ContentCheck check() throws ConversionRefused {
        if (check == null) {
            throw new ConversionRefused(null, "conversion-no-rules");
        }
        return check;
    }

    /** What the check has found, as it may be kept: without what readers quote. */
    public static List<Violation> kept(List<Violation> found) {
        return found.stream()
                .map(one -> new Violation(one.file(), one.line(), one.column(), one.path(), one.reason(), null))
                .toList();
    }
}

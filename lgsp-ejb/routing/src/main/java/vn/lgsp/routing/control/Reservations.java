package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.model.packet.ResumableUpload.Kind;

/**
 * What uploads that are not done yet keep others from using: a packet never holds more bytes or files than it may, also while they come in.
 * For use inside a transaction that has locked the packet.
 */
@ApplicationScoped
public class Reservations {
    /** Parts of files that a space may hold at a time. */
    private static final int MAX_PARTS = 100;

    @Inject
    private Packets packets;

    @Inject
    private Intake intake;

    /**
     * Bytes that there is room for.
     *
     * @param name the file that they are for, whose earlier content does not count; null for a part
     * @param without ids of uploads that do not count
     */
    public long room(Packet packet, String name, List<UUID> without) {
        return roomBeside(packet, intake.others(packet, nameOrNone(name)), held(packet, name, without));
    }

    /** Whether the bytes are the upload's still and not those of a file. */
    static boolean ownsBytes(ResumableUpload upload) {
        return !upload.finished() || upload.kind() == Kind.PART;
    }

    /** Checks names, numbers and sizes, and returns the bytes that there is room for. */
    public long admit(Packet packet, ResumableUpload.Wanted wanted, List<UUID> parts, int maxFiles) {
        List<ResumableUpload> held = held(packet, wanted.fileName(), parts);
        List<PacketFile> others = intake.others(packet, nameOrNone(wanted.fileName()));
        if (wanted.kind() == Kind.PART) {
            if (held.stream().filter(upload -> upload.kind() == Kind.PART).count() >= MAX_PARTS) {
                throw new LgspException(ErrorCode.TOO_MANY_FILES, MAX_PARTS);
            }
        } else {
            Intake.requireName(wanted.fileName());
            long names = Stream.concat(
                            others.stream().map(PacketFile::name),
                            held.stream()
                                    .filter(upload -> upload.kind() != Kind.PART)
                                    .map(ResumableUpload::fileName))
                    .distinct()
                    .count();
            if (names >= maxFiles) {
                throw new LgspException(ErrorCode.TOO_MANY_FILES, maxFiles);
            }
        }
        long room = roomBeside(packet, others, held);
        if (wanted.length() != null && wanted.length() > room) {
            throw new LgspException(ErrorCode.PACKET_TOO_LARGE, room);
        }
        return room;
    }

    /** What other uploads hold or are entitled to: those of the same name and those given do not count. */
    private List<ResumableUpload> held(Packet packet, String name, List<UUID> without) {
        return packets.uploads(packet.id()).stream()
                .filter(Reservations::ownsBytes)
                .filter(upload -> name == null || !name.equals(upload.fileName()))
                .filter(upload -> !without.contains(upload.id()))
                .toList();
    }

    private long roomBeside(Packet packet, List<PacketFile> others, List<ResumableUpload> held) {
        return Math.max(
                0,
                intake.room(packet, others)
                        - held.stream().mapToLong(ResumableUpload::reserved).sum());
    }

    private static String nameOrNone(String name) {
        return name == null ? "" : name;
    }
}

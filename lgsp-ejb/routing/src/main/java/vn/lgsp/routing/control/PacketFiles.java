package vn.lgsp.routing.control;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lgsp.model.packet.PacketFile;

/** Files of a packet, told apart by their forms (Điều 8.4). */
final class PacketFiles {
    private PacketFiles() {}

    /**
     * The files of one form: those that were made for it, and of what was sent those of which none was made.
     *
     * @param all of the packet, by name
     * @param form 0 for what was sent
     */
    static List<PacketFile> of(List<PacketFile> all, int form) {
        Set<String> converted = new HashSet<>();
        if (form > 0) {
            all.stream().filter(file -> file.form() == form).forEach(file -> {
                converted.add(file.original());
                // One whose record was changed is found out when it is read: nothing comes in its place.
                converted.add(file.name());
            });
        }
        return all.stream()
                .filter(file -> file.form() == form || file.form() == 0 && !converted.contains(file.name()))
                .toList();
    }
}

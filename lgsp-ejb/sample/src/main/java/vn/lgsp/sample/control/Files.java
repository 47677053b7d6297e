package vn.lgsp.sample.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The files of a packet: their names, sizes and digests. Bytes there never were. */
final class Files {

    private Files() {}

    /** The files that come to the size that was wished for; the last one was stored at this instant. */
    static List<SamplePacket.File> of(Wish wish, Instant storedAt, Dice dice) {
        LocalDate day = LocalDate.ofInstant(wish.at(), Days.VIETNAM);
        String stem = "%s-%02d%02d%02d-%03d"
                .formatted(
                        wish.file(),
                        day.getYear() % 100,
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        dice.between(1, 999));
        List<SamplePacket.File> files = new ArrayList<>();
        if (wish.dataType().equals("edoc")) {
            boolean annex = wish.bytes() > 600_000 && dice.chance(0.4);
            long first = annex ? Math.max(20_000, wish.bytes() * dice.between(10, 40) / 100) : wish.bytes();
            files.add(file(stem + ".edxml", "application/xml", first, storedAt, dice));
            if (annex) {
                files.add(file(stem + "-phu-luc.pdf", "application/pdf", wish.bytes() - first, storedAt, dice));
            }
        } else if (dice.chance(0.55)) {
            files.add(file(stem + ".zip", "application/zip", wish.bytes(), storedAt, dice));
        } else if (dice.chance(0.6)) {
            files.add(file(stem + ".json", "application/json", wish.bytes(), storedAt, dice));
        } else {
            files.add(file(
                    stem + ".xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    wish.bytes(),
                    storedAt,
                    dice));
        }
        return List.copyOf(files);
    }

    private static SamplePacket.File file(String name, String mediaType, long size, Instant storedAt, Dice dice) {
        return new SamplePacket.File(name, mediaType, size, dice.bytes(32), dice.id(storedAt), storedAt);
    }
}

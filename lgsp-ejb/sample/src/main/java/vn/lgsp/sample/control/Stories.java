package vn.lgsp.sample.control;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.model.packet.Importance;

/** The packets that a demonstration tells of, beside the ordinary ones: each shows one thing that can happen. */
final class Stories {
    /** Numbers of stories stand far above those of ordinary packets. */
    private static final int FIRST_NUMBER = 1_000_000;

    private final long seed;
    private final Days days;
    private final Partners partners;
    private final List<Story> stories = Resources.rows("stories.csv", Stories::story);

    Stories(long seed, Days days, Partners partners) {
        this.seed = seed;
        this.days = days;
        this.partners = partners;
    }

    /** A story before it is known who takes part. */
    private record Story(
            int daysAgo,
            LocalTime time,
            String source,
            String destination,
            String title,
            Importance importance,
            String dataType,
            String file,
            long bytes,
            Duration deadline,
            Duration told,
            Duration ready,
            Duration fetching,
            Ending ending,
            String reason) {}

    /** The stories of a day; those whose applications are not there are left out. */
    List<SamplePacket> of(LocalDate day) {
        List<SamplePacket> packets = new ArrayList<>();
        int number = FIRST_NUMBER;
        for (Story story : stories) {
            number++;
            Party source = party(story.source());
            Party destination = party(story.destination());
            if (days.age(day) == story.daysAgo() && source != null && destination != null) {
                packets.add(Journey.of(wish(story, day, source, destination), Dice.of(seed, day.toEpochDay(), number)));
            }
        }
        return packets;
    }

    private Party party(String code) {
        return partners.parties().stream()
                .filter(party -> party.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Wish wish(Story story, LocalDate day, Party source, Party destination) {
        Instant at = day.atTime(story.time()).atZone(Days.VIETNAM).toInstant();
        boolean scheduled = story.importance() == Importance.FLASH_SCHEDULED;
        return new Wish(
                at,
                source,
                destination,
                story.title(),
                story.importance(),
                story.dataType(),
                story.file(),
                story.bytes(),
                scheduled ? at.plus(Duration.ofDays(2)) : null,
                story.deadline(),
                story.told(),
                story.ready(),
                story.fetching(),
                story.ending(),
                story.reason());
    }

    private static Story story(NamedCsvRecord row) {
        return new Story(
                Integer.parseInt(row.getField("days")),
                LocalTime.parse(row.getField("time")),
                row.getField("source"),
                row.getField("destination"),
                row.getField("title"),
                Importance.valueOf(row.getField("importance")),
                row.getField("type"),
                row.getField("file"),
                Long.parseLong(row.getField("bytes")),
                duration(row.getField("deadline")),
                duration(row.getField("told")),
                duration(row.getField("ready")),
                duration(row.getField("fetching")),
                Ending.valueOf(row.getField("ending")),
                row.getField("reason").isEmpty() ? null : row.getField("reason"));
    }

    private static Duration duration(String text) {
        return text.isEmpty() ? null : Duration.parse(text);
    }
}

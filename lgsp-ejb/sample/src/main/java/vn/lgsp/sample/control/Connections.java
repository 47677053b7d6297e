package vn.lgsp.sample.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** When the sample applications were connected: all of it over, because none of them connects any more. */
final class Connections {
    /** A silent application is noticed after so long. */
    private static final Duration SILENCE = Duration.ofSeconds(120);

    private final long seed;
    private final Days days;
    private final Instant until;
    private final String node;

    Connections(long seed, Days days, Instant until, String node) {
        this.seed = seed;
        this.days = days;
        this.until = until;
        this.node = node;
    }

    /** Writes the sessions of these applications. */
    void write(Connection connection, List<Party> parties) throws SQLException {
        Rows rows = new Rows(
                "client_session",
                "id uuid",
                "application_id uuid",
                "access_key_id uuid",
                "opened_at timestamptz",
                "last_seen_at timestamptz",
                "closed_at timestamptz",
                "close_reason text",
                "remote_address text",
                "node text");
        for (LocalDate day : days.days()) {
            parties.forEach(party -> day(rows, day, party));
        }
        rows.write(connection);
    }

    private void day(Rows rows, LocalDate day, Party party) {
        Dice dice = Dice.of(
                seed, day.toEpochDay(), 2_000_000 + Math.floorMod(party.code().hashCode(), 1_000_000));
        boolean rest = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (rest && party.channel() == Channel.OFFICE) {
            return;
        }
        boolean allDay = party.channel() == Channel.PUSH;
        Instant open = day.atStartOfDay(Days.VIETNAM)
                .toInstant()
                .plus(allDay ? Duration.ofSeconds(dice.between(20, 900)) : Duration.ofMinutes(dice.between(415, 480)));
        Instant end = open.plus(allDay ? Duration.ofMinutes(1_400) : Duration.ofMinutes(dice.between(520, 620)));
        int breaks = dice.chance(0.18) ? dice.between(1, 3) : 0;
        for (int i = 0; i <= breaks && open.isBefore(end); i++) {
            boolean last = i == breaks;
            Instant seen = last ? end : open.plus(Duration.between(open, end).dividedBy(breaks + 1L - i));
            Instant closed = last ? seen : seen.plus(SILENCE);
            if (closed.isBefore(until)) {
                session(rows, party, dice, open, seen, closed, last ? "client" : "silent");
            }
            open = closed.plus(dice.around(Duration.ofMinutes(14), 0.9));
        }
    }

    private void session(Rows rows, Party party, Dice dice, Instant open, Instant seen, Instant closed, String reason) {
        rows.add(dice.id(open), party.id(), party.key().id(), open, seen, closed, reason, party.address(), node);
    }
}

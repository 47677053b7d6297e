package vn.lgsp.sample.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry.Subject;
import vn.lgsp.model.packet.Lifecycle;
import vn.lgsp.model.packet.PacketState;

/** Writes the history of one packet step by step, as the platform's journal does, and refuses what is not in the tables of transitions. */
final class Diary {
    private final List<SamplePacket.Step> steps = new ArrayList<>();
    private final Map<Subject, Lifecycle<?>> states = new EnumMap<>(Subject.class);
    private final Map<Subject, Integer> counts = new EnumMap<>(Subject.class);
    private final Dice dice;

    Diary(Dice dice) {
        this.dice = dice;
    }

    void packet(PacketState next, Instant at, Party by, String detail) {
        step(Subject.PACKET, packet(), next, at, by, detail);
    }

    void delivery(DeliveryState next, Instant at, Party by, String detail) {
        step(Subject.DELIVERY, delivery(), next, at, by, detail);
    }

    void content(ContentState next, Instant at, Party by) {
        step(Subject.CONTENT, content(), next, at, by, null);
    }

    PacketState packet() {
        return (PacketState) states.get(Subject.PACKET);
    }

    DeliveryState delivery() {
        return (DeliveryState) states.get(Subject.DELIVERY);
    }

    ContentState content() {
        return (ContentState) states.get(Subject.CONTENT);
    }

    List<SamplePacket.Step> steps() {
        return List.copyOf(steps);
    }

    private <S extends Enum<S> & Lifecycle<S>> void step(
            Subject subject, S from, S next, Instant at, Party by, String detail) {
        if (from == null ? next.ordinal() != 0 : !from.mayBecome(next)) {
            throw new IllegalStateException(subject + ": " + from + " to " + next);
        }
        Instant when = at.truncatedTo(ChronoUnit.MICROS);
        if (!steps.isEmpty() && when.isBefore(steps.get(steps.size() - 1).at())) {
            throw new IllegalStateException(subject + " " + next + " is before the step before it");
        }
        int seq = counts.merge(subject, 1, Integer::sum) - 1;
        states.put(subject, next);
        steps.add(new SamplePacket.Step(
                subject,
                seq,
                from == null ? null : from.name(),
                next.name(),
                when,
                by,
                by == null ? null : dice.id(when),
                detail));
    }
}

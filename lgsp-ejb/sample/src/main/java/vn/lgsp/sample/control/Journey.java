package vn.lgsp.sample.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.PacketState;

/** Turns a wish into the packet that would have come of it, with the steps and times that the platform itself would have written. */
final class Journey {
    private static final Duration HOLD = Duration.ofDays(30);
    private static final Duration SPACE = Duration.ofHours(24);

    private final Wish wish;
    private final Dice dice;
    private final Diary diary;
    private final List<SamplePacket.Space> spaces = new ArrayList<>();
    private List<SamplePacket.File> files = List.of();
    private Instant now;
    private Instant deadline;

    private Journey(Wish wish, Dice dice) {
        this.wish = wish;
        this.dice = dice;
        this.diary = new Diary(dice);
        this.now = wish.at();
    }

    /** The packet that comes of a wish. */
    static SamplePacket of(Wish wish, Dice dice) {
        return new Journey(wish, dice).go();
    }

    private SamplePacket go() {
        var id = dice.id(wish.at());
        var deliveryId = dice.id(wish.at().plusMillis(1));
        request();
        if (wish.ending() == Ending.ABANDONED) {
            abandon();
        } else {
            upload();
            deliver();
        }
        return new SamplePacket(
                id,
                deliveryId,
                wish,
                diary.packet(),
                diary.delivery(),
                diary.content(),
                deadline,
                diary.delivery() == DeliveryState.CONFIRMED ? confirmedAt() : null,
                files,
                List.copyOf(spaces),
                diary.steps());
    }

    private Instant confirmedAt() {
        return diary.steps().stream()
                .filter(step -> step.to().equals(DeliveryState.CONFIRMED.name()))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private void request() {
        diary.packet(PacketState.REQUESTED, now, wish.source(), null);
        diary.delivery(DeliveryState.WAITING, now, wish.source(), null);
        diary.content(ContentState.EMPTY, now, wish.source());
        spaces.add(new SamplePacket.Space(dice.id(now), true, now, now.plus(SPACE), null));
        pass(Duration.ofMillis(dice.between(3, 24)));
        diary.packet(PacketState.GRANTED, now, wish.source(), null);
    }

    private void abandon() {
        if (dice.chance(0.6)) {
            pass(Duration.ofMillis(dice.between(200, 4_000)));
            diary.packet(PacketState.UPLOADING, now, wish.source(), null);
        }
        now = wish.at().plus(SPACE).plusMillis(dice.between(40, 990));
        diary.delivery(DeliveryState.EXPIRED, now, null, null);
        end(PacketState.EXPIRED, null, null);
    }

    private void upload() {
        pass(Duration.ofMillis(dice.between(80, 900)));
        diary.packet(PacketState.UPLOADING, now, wish.source(), null);
        pass(transfer());
        files = Files.of(wish, now, dice);
        pass(Duration.ofMillis(dice.between(40, 350)));
        diary.packet(PacketState.RECEIVED, now, wish.source(), null);
        diary.content(ContentState.STORED, now, wish.source());
        closeSpace(0);
        pass(Duration.ofMillis(dice.between(2, 14)));
        diary.packet(PacketState.PLANNED, now, null, null);
        boolean later = wish.notBefore() != null && wish.notBefore().isAfter(now);
        Instant start = later ? wish.notBefore() : now;
        deadline = wish.deadline() != null ? wish.at().plus(wish.deadline()) : start.plus(HOLD);
        pass(Duration.ofMillis(1));
        diary.delivery(DeliveryState.PLANNED, now, null, null);
        if (later) {
            now = start;
        }
    }

    private void deliver() {
        if (wish.told() != null) {
            pass(wish.told());
            diary.delivery(DeliveryState.NOTIFIED, now, null, null);
        }
        switch (wish.ending()) {
            case EXPIRED -> {
                now = deadline.plusMillis(dice.between(40, 990));
                diary.delivery(DeliveryState.EXPIRED, now, null, null);
                end(PacketState.UNDELIVERED, null, null);
            }
            case CANCELLED -> {
                pass(dice.around(Duration.ofMinutes(4), 0.8));
                diary.delivery(DeliveryState.CANCELLED, now, wish.source(), wish.reason());
                end(PacketState.CANCELLED, wish.source(), wish.reason());
            }
            case WAITING -> {
                if (wish.ready() != null) {
                    accept();
                }
            }
            default -> take();
        }
    }

    private void take() {
        accept();
        if (wish.ending() == Ending.REFUSED) {
            pass(wish.fetching());
            diary.delivery(DeliveryState.REFUSED, now, wish.destination(), wish.reason());
            end(PacketState.UNDELIVERED, null, null);
            return;
        }
        pass(Duration.ofMillis(dice.between(60, 400)));
        diary.delivery(DeliveryState.FETCHING, now, wish.destination(), null);
        pass(wish.fetching());
        if (wish.ending() == Ending.QUARANTINED) {
            String what = ErrorCode.CONTENT_CORRUPTED.code();
            diary.delivery(DeliveryState.FAILED, now, null, what);
            end(PacketState.QUARANTINED, null, what);
            return;
        }
        diary.delivery(DeliveryState.CONFIRMED, now, wish.destination(), null);
        end(PacketState.DELIVERED, null, null);
    }

    private void accept() {
        pass(wish.ready());
        diary.delivery(DeliveryState.ACCEPTED, now, wish.destination(), null);
        spaces.add(new SamplePacket.Space(dice.id(now), false, now, now.plus(SPACE), null));
    }

    private void end(PacketState state, Party by, String detail) {
        pass(Duration.ofNanos(dice.between(400, 4_000) * 1_000L));
        diary.packet(state, now, by, detail);
        for (int i = 0; i < spaces.size(); i++) {
            closeSpace(i);
        }
        pass(Duration.ofNanos(dice.between(300, 2_000) * 1_000L));
        diary.content(ContentState.SHREDDED, now, null);
        pass(Duration.ofMillis(dice.between(3, 40)));
        diary.content(ContentState.ERASED, now, null);
    }

    private void closeSpace(int number) {
        SamplePacket.Space space = spaces.get(number);
        if (space.closedAt() == null) {
            spaces.set(
                    number,
                    new SamplePacket.Space(space.id(), space.ofSource(), space.createdAt(), space.expiresAt(), now));
        }
    }

    /** How long the bytes take to come in: 4 to 20 MB in a second. */
    private Duration transfer() {
        return Duration.ofMillis(40 + wish.bytes() / (4_000L + dice.below(16_000)));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}

package vn.lgsp.tests.lifecycle;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A situation in which a packet can be found, and the calls that lead there. What each means stands in docs/guides/lifecycle.md. */
enum Situation {
    GRANTED(one -> one.granted(1)),
    UPLOADING(one -> one.uploading(1)),
    SCHEDULED(one -> one.uploading(1)
            .parcel()
            .policy(Map.of("notBefore", "2099-01-01T00:00:00.000Z"))
            .complete()),
    PLANNED(one -> one.sent(1)),
    NOTIFIED(one -> one.notified(1)),
    LATE(one -> one.notified(1).late(), Case::awaitEntry),
    WAITED_FOR(one -> one.notified(1).late(), one -> {
        one.awaitEntry();
        one.decided("wait", Map.of("until", one.until()));
    }),
    ACCEPTED(Case::accepted),
    FETCHING(Case::fetching),
    ONE_CONFIRMED(one -> one.confirmed(2)),
    ONE_REFUSED(one -> one.refused(2)),
    ONE_EXPIRED(one -> one.sent(2).timeOver()),
    ONE_CANCELLED(one -> one.notified(2).late(), one -> {
        one.awaitEntry();
        one.decided("cancel", Case.REASON);
    }),
    REDIRECTED(one -> one.notified(1).late(), one -> {
        one.awaitEntry();
        one.decided("redirect", one.ground().receivers().entry(2));
    }),
    RESENT(one -> one.refused(2).decided("resend", Map.of())),
    SHREDDED(one -> {
        one.sentLarge();
        one.ground().hold(one.parcel().id());
        one.parcel().accept().fetch().confirm();
    }),
    DELIVERED(one -> one.confirmed(1)),
    DELIVERED_TO_OTHERS(one -> one.refused(2).otherConfirmed()),
    REFUSED(one -> one.refused(1)),
    EXPIRED(one -> one.accepted().timeOver()),
    CANCELLED_EARLY(one -> one.uploading(1).cancelled()),
    CANCELLED(one -> one.notified(1).cancelled()),
    CANCELLED_AFTER_REFUSAL(one -> one.refused(2).cancelled()),
    CANCELLED_AFTER_EXPIRY(one -> one.sent(2).timeOver(), one -> {
        one.awaitEntry();
        one.cancelled();
    }),
    RECALLED(one -> one.fetching().recalled()),
    SPACE_EXPIRED(one -> one.uploading(1).spaceOver()),
    QUARANTINED(one -> {
        one.fetching().damaged();
        one.destination().get(one.download()).expect(500);
    }),
    QUARANTINED_UNTOUCHED(one -> {
        one.accepted();
        one.ground()
                .database()
                .update(
                        "update packet_file set size = size + 1 where packet_id = ?",
                        one.parcel().id());
        one.destination().call("HEAD", one.download()).send().expect(500);
    });

    private final Consumer<Case> begin;
    private final Consumer<Case> then;

    Situation(Consumer<Case> begin) {
        this(begin, one -> {});
    }

    /** @param then what follows when what {@code begin} set going was found by the platform */
    Situation(Consumer<Case> begin, Consumer<Case> then) {
        this.begin = begin;
        this.then = then;
    }

    void begin(Case one) {
        begin.accept(one);
    }

    void then(Case one) {
        then.accept(one);
    }

    /** As the guide writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

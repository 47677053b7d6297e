package vn.lgsp.routing.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.routing.boundary.PolicySchedule;

/**
 * The times of a packet by its policy (Điều 5.4, 8.4): when it is announced for the first time and again, when it is over. Pure, so that the
 * simulator shows what the sweep does.
 *
 * <p>Hỏa tốc of both kinds is announced at any hour. A window never makes a packet late: when it opens too late for the deadline, the first
 * announcement does not wait for it.
 */
public final class Schedule {
    private final PolicyTerms terms;
    private final boolean anyHour;

    public Schedule(PolicyTerms terms, Importance importance) {
        this.terms = terms;
        this.anyHour = terms.window() == null || importance.compareTo(Importance.FLASH) >= 0;
    }

    /**
     * When a packet is announced for the first time.
     *
     * @param earliest when it is complete, or not before the time that its source set
     * @param deadline of the source; null when none
     */
    public Instant first(Instant earliest, Instant deadline) {
        Instant opening = opening(earliest);
        return deadline == null || opening.isBefore(deadline) ? opening : earliest;
    }

    /** When the source is told that nobody has taken the packet; null when it is over before, or for never. */
    public Instant reportAt(Instant first, Instant until) {
        if (terms.reportAfter() == null) {
            return null;
        }
        Instant report = first.plusSeconds(terms.reportAfter());
        return report.isBefore(until) ? report : null;
    }

    /**
     * What happens next to a packet that nobody takes: it is announced again, or, with the announcements used up, given up by the platform
     * where the platform decides.
     *
     * @param attempts how many announcements were made
     * @param last when the last was made
     * @param until when the packet is over
     * @param dice from -1 to 1
     * @return null when nothing happens before it is over
     */
    public Instant next(int attempts, Instant last, Instant until, double dice) {
        if (usedUp(attempts) && terms.decides() == Decider.SOURCE) {
            return null;
        }
        Instant next = opening(last.plus(terms.backOff().after(attempts, dice)));
        return next.isBefore(until) ? next : null;
    }

    /** Whether no announcement is left. */
    public boolean usedUp(int attempts) {
        return attempts >= terms.backOff().attempts();
    }

    /** All of it for a packet that nobody takes, without jitter. */
    public PolicySchedule simulate(Instant earliest) {
        List<PolicySchedule.Attempt> attempts = new ArrayList<>();
        Instant at = first(earliest, null);
        Instant first = at;
        Instant until = terms.until(first);
        Instant wanted = earliest;
        Instant givesUp = null;
        while (at != null) {
            if (usedUp(attempts.size())) {
                givesUp = at;
                break;
            }
            attempts.add(new PolicySchedule.Attempt(attempts.size() + 1, wanted, at));
            wanted = at.plus(terms.backOff().after(attempts.size()));
            at = next(attempts.size(), at, until, 0);
        }
        return new PolicySchedule(List.copyOf(attempts), until, reportAt(first, until), givesUp);
    }

    private Instant opening(Instant at) {
        return anyHour ? at : terms.window().next(at);
    }
}

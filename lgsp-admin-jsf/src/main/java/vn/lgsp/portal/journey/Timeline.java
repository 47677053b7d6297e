package vn.lgsp.portal.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lgsp.routing.boundary.PacketJourney;

/** Makes the timeline of a journey: the steps taken that mean something to a person, then those still expected. */
final class Timeline {
    private Timeline() {}

    static List<TimelineStep> of(PacketJourney journey) {
        List<TimelineStep> lines = new ArrayList<>();
        Set<Milestone> taken = EnumSet.noneOf(Milestone.class);
        Instant before = null;
        for (PacketJourney.Step step : journey.steps()) {
            Optional<Milestone> milestone = Milestone.of(step.subject(), step.to());
            if (milestone.isEmpty()) {
                continue;
            }
            Duration since = before == null ? null : Duration.between(before, step.at());
            lines.add(new TimelineStep(
                    milestone.get(),
                    step.clause(),
                    step.at(),
                    since,
                    step.actor(),
                    step.remoteAddress(),
                    step.detail()));
            taken.add(milestone.get());
            before = step.at();
        }
        boolean others =
                journey.deliveries().size() > 1 && !journey.row().state().isFinal();
        lines.addAll(toCome(taken, others));
        return lines;
    }

    /**
     * What is still expected: nothing more once the journey left its way, but for what becomes of the content.
     *
     * @param others whether the packet is still under way to other destinations, whatever became of it at one
     */
    private static List<TimelineStep> toCome(Set<Milestone> taken, boolean others) {
        boolean astray = !others && taken.stream().anyMatch(Milestone::astray);
        Milestone furthest = taken.stream()
                .filter(milestone -> milestone.expected() && milestone.compareTo(Milestone.SHREDDED) < 0)
                .max(Milestone::compareTo)
                .orElse(Milestone.REQUESTED);
        List<TimelineStep> lines = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            boolean ofContent = milestone == Milestone.SHREDDED || milestone == Milestone.ERASED;
            boolean ahead = milestone.expected() && milestone.compareTo(furthest) > 0 && !taken.contains(milestone);
            if (ahead && (!astray || ofContent)) {
                lines.add(TimelineStep.toCome(milestone));
            }
        }
        return lines;
    }
}

package vn.lgsp.portal.journey;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.HistoryEntry.Subject;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.portal.packets.PacketLine;
import vn.lgsp.portal.packets.Stage.Tone;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.routing.boundary.PacketJourney;
import vn.lgsp.routing.boundary.PacketMonitor;

/** The journey of the packet named in the address; one that the person may not see is not there. */
@Named
@RequestScoped
public class JourneyView {

    /** The tabs, each with its own address. */
    enum Tab {
        HANH_TRINH,
        NOI_NHAN,
        KY_THUAT;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A tab as the page shows it. */
    public record TabLink(String key, String address, boolean current) {}

    @Inject
    private PacketMonitor monitor;

    @Inject
    private Me me;

    @Inject
    private Visit visit;

    @Inject
    @ManagedProperty("#{param['ma']}")
    private String id;

    @Inject
    @ManagedProperty("#{param['tab']}")
    private String tab;

    private PacketJourney journey;
    private List<TimelineStep> timeline;

    @PostConstruct
    void load() {
        journey = monitor.journey(me.staff(), packetId());
        timeline = Timeline.of(journey);
    }

    public PacketJourney getJourney() {
        return journey;
    }

    public PacketLine getLine() {
        return new PacketLine(journey.row());
    }

    public List<TimelineStep> getTimeline() {
        return timeline;
    }

    /** The last step that was taken. */
    public TimelineStep getLatest() {
        return timeline.stream()
                .filter(TimelineStep::isTaken)
                .reduce((before, after) -> after)
                .orElse(timeline.get(0));
    }

    public List<TabLink> getTabs() {
        return Arrays.stream(Tab.values())
                .map(each -> new TabLink(
                        each.name(),
                        Paths.JOURNEY + "?ma=" + journey.row().id()
                                + (each == Tab.HANH_TRINH ? "" : "&tab=" + each.code()),
                        each == current()))
                .toList();
    }

    /** The code of the tab shown. */
    public String getTab() {
        return current().code();
    }

    /** From complete to confirmed; null before it was confirmed. */
    public Duration getTransit() {
        return between(at(Subject.PACKET, "PLANNED"), journey.row().confirmedAt());
    }

    /** How long the packet has been waiting since it was complete; null when it does not wait for its destination. */
    public Duration getWaiting() {
        boolean waits = getLine().getStage().tone() == Tone.RUNNING;
        return waits ? between(at(Subject.PACKET, "PLANNED"), Instant.now()) : null;
    }

    /** When the bytes were erased; null as long as they are kept. */
    public Instant getErasedAt() {
        return at(Subject.CONTENT, "ERASED");
    }

    /** When the content became unreadable because its key was destroyed; null as long as it is kept. */
    public Instant getShreddedAt() {
        return at(Subject.CONTENT, "SHREDDED");
    }

    /** Whether the stored content was found changed. */
    public boolean isQuarantined() {
        return journey.row().state() == PacketState.QUARANTINED;
    }

    /** Why a delivery ended so: in the person's language where the platform said it, else in the words of the destination. */
    public String reason(PacketJourney.DeliveryLine line) {
        return ErrorCode.CONTENT_CORRUPTED.code().equals(line.reason())
                ? ErrorTexts.title(ErrorCode.CONTENT_CORRUPTED, visit.getLocale())
                : line.reason();
    }

    public boolean isContentGone() {
        return journey.row().contentState() == ContentState.ERASED;
    }

    /** Whether the packet is not confirmed although its deadline has passed. */
    public boolean isOverdue() {
        return getLine().getStage().tone() == Tone.RUNNING
                && journey.deadline() != null
                && journey.deadline().isBefore(Instant.now());
    }

    /** The same by the interface, with the shell function of the guide to signatures; what is not there yet is left out. */
    public String getCommands() {
        String packet = "lgsp GET /api/v1/packets/" + journey.row().id();
        return packet + "\n" + packet + "/journey\n" + packet + "/deliveries" + receipt(packet)
                + (getShreddedAt() == null ? "" : "\n" + packet + "/erasure");
    }

    private String receipt(String packet) {
        boolean several = journey.deliveries().size() > 1;
        return journey.deliveries().stream()
                .filter(line -> line.confirmedAt() != null)
                .findFirst()
                .map(line -> "\n" + packet + "/receipt" + (several ? "?delivery=" + line.id() : ""))
                .orElse("");
    }

    /** The deliveries that the person may see: those that went wrong first, then those under way, then those confirmed. */
    public List<PacketJourney.DeliveryLine> getDeliveries() {
        return journey.deliveries().stream()
                .sorted(Comparator.comparing(JourneyView::order).thenComparing(PacketJourney.DeliveryLine::agencyCode))
                .toList();
    }

    private static int order(PacketJourney.DeliveryLine line) {
        return line.confirmedAt() != null ? 2 : line.state().isFinal() ? 0 : 1;
    }

    /** How many of the deliveries seen were confirmed. */
    public long getConfirmed() {
        return journey.deliveries().stream()
                .filter(line -> line.confirmedAt() != null)
                .count();
    }

    /** The application that receives where there is one delivery; null where there are several. */
    public String getReceiver() {
        return journey.deliveries().size() == 1 ? journey.deliveries().get(0).application() : null;
    }

    public String getJson() {
        return JourneyJson.of(journey);
    }

    private static Duration between(Instant start, Instant end) {
        return start == null || end == null ? null : Duration.between(start, end);
    }

    private Instant at(Subject subject, String state) {
        return journey.steps().stream()
                .filter(step -> step.subject() == subject && step.to().equals(state))
                .map(PacketJourney.Step::at)
                .reduce((before, after) -> after)
                .orElse(null);
    }

    private Tab current() {
        return Arrays.stream(Tab.values())
                .filter(each -> each.code().equals(tab))
                .findFirst()
                .orElse(Tab.HANH_TRINH);
    }

    private UUID packetId() {
        try {
            return UUID.fromString(id == null ? "" : id.strip());
        } catch (IllegalArgumentException malformed) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }
}

package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.notification.boundary.Notice;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationHeir.Subject;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.routing.boundary.Journeys;
import vn.lgsp.routing.boundary.PacketJourney;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName(
        "Packets under way while agencies are reorganised: they arrive at the heir, or end and their source is told")
class PacketsUnderWayIT {
    private static final String REASON = "kiểm thử";

    @Inject
    private Upheavals upheavals;

    @Inject
    private UnderWay way;

    @Inject
    private Demonstration demonstration;

    @Inject
    private Registration registration;

    @Inject
    private Directory directory;

    @Inject
    private Applications applications;

    @Inject
    private ReorganisationActs acts;

    @Inject
    private Journeys journeys;

    @Inject
    private Notification notification;

    private String top;
    private UUID source;
    /** Of the first commune; the source may send to it. */
    private UUID destination;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @BeforeEach
    void enter() {
        top = upheavals.tree();
        source = application(".12");
        destination = application(".31.21");
        registration.right(source, agency(".31.21"), "file");
    }

    private UUID agency(String tail) {
        return directory.byCode(top + tail).orElseThrow().id();
    }

    private UUID application(String tail) {
        return registration.activeApplication(Ground.name(), "Thử", agency(tail), Environment.TEST, true, true);
    }

    private ReorganisationDraft draft(ReorganisationStep... steps) {
        return Upheavals.draft(top, Upheavals.today(), 0, steps);
    }

    private ReorganisationStep merger(String target) {
        return ReorganisationStep.mergeInto(
                List.of(top + ".31.21", top + ".31.22"), top + target, null, "Xã Nhập", "Xã", top);
    }

    private ReorganisationView applied(ReorganisationDraft draft) {
        ReorganisationView request = upheavals.applied(draft);
        assertThat(request.failures()).isEmpty();
        assertThat(request.state()).isEqualTo(ReorganisationState.APPLIED);
        return request;
    }

    private DeliveryState state(PacketView packet) {
        return way.seen(source, packet).deliveries().get(0).state();
    }

    private List<String> told(UUID application, PacketView packet) {
        return notification.read(application, 0, 1000).stream()
                .filter(notice -> packet.id().equals(notice.packetId()))
                .map(Notice::type)
                .toList();
    }

    private List<PacketJourney.Step> readdressed(PacketView packet) {
        return journeys.steps(demonstration.caller(source), packet.id()).stream()
                .filter(step -> step.to().equals(PacketJourney.Step.READDRESSED))
                .toList();
    }

    @Test
    @DisplayName(
            "a merger: what was being uploaded, waited, was accepted or being fetched arrives with the application")
    void merger() {
        UUID second = application(".31.22");
        registration.right(second, agency(".31.21"), "file");
        PacketView uploading = way.uploaded(source, top + ".31.21");
        PacketView waiting = way.sent(source, top + ".31.21");
        PacketView accepted = way.sent(source, top + ".31.21");
        way.accept(destination, accepted);
        PacketView fetching = way.sent(source, top + ".31.21");
        way.fetch(destination, fetching);
        PacketView between = way.sent(second, top + ".31.21");

        applied(draft(merger(".101")));

        assertThat(directory.application(destination).orElseThrow().agencyId()).isEqualTo(agency(".101"));
        assertThat(way.confirm(destination, fetching).destination().agency()).isEqualTo(top + ".101");
        way.take(source, destination, accepted);
        way.complete(source, uploading);
        for (PacketView packet : List.of(uploading, waiting)) {
            assertThat(way.waits(destination, packet)).isTrue();
            way.take(source, destination, packet);
        }
        way.take(second, destination, between);
        assertThat(readdressed(waiting)).isEmpty();
        PacketView later = way.sent(source, top + ".101");
        way.take(source, destination, later);
        assertRefused(ErrorCode.CODE_CLOSED, () -> way.uploaded(source, top + ".31.21"));
    }

    @Test
    @DisplayName("dissolved without heir: what waits is refused with the reason, its key destroyed, its source told")
    void dissolved() {
        PacketView waiting = way.sent(source, top + ".31.21");
        PacketView fetching = way.sent(source, top + ".31.21");
        way.fetch(destination, fetching);
        PacketView confirmed = way.sent(source, top + ".31.21");
        way.take(source, destination, confirmed);

        applied(draft(ReorganisationStep.dissolve(List.of(top + ".31.21"), null)));

        for (PacketView packet : List.of(waiting, fetching)) {
            Awaitility.await().until(() -> state(packet) == DeliveryState.REFUSED);
            PacketView ended = way.seen(source, packet);
            assertThat(ended.state()).isEqualTo(PacketState.UNDELIVERED);
            assertThat(ended.deliveries().get(0).reason()).isEqualTo(ErrorCode.RECIPIENT_CANNOT_RECEIVE.code());
            assertThat(ended.content()).isIn(ContentState.SHREDDED, ContentState.ERASED);
            assertThat(told(source, packet)).contains("vn.lgsp.packet.refused.v1");
        }
        assertThat(state(confirmed)).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(told(source, confirmed)).doesNotContain("vn.lgsp.packet.refused.v1");
    }

    private ReorganisationDraft withoutItsApplication(String target) {
        return draft(merger(target)).withHeirs(List.of(new ReorganisationHeir(Subject.APPLICATION, destination, null)));
    }

    @Test
    @DisplayName(
            "its application not taken over: the heir's takes it, at whatever step it was; undone, what is left goes back")
    void readdressed() {
        UUID heir = application(".31.22");
        PacketView waiting = way.sent(source, top + ".31.21");
        PacketView fetching = way.sent(source, top + ".31.21");
        way.fetch(destination, fetching);
        PacketView left = way.sent(source, top + ".31.21");
        UUID space = way.accept(destination, left).space().id();

        ReorganisationView request = applied(withoutItsApplication(".101"));

        for (PacketView packet : List.of(waiting, fetching)) {
            Awaitility.await().until(() -> way.waits(heir, packet));
            assertThat(told(heir, packet)).contains("vn.lgsp.packet.ready.v1");
            assertRefused(ErrorCode.NOT_FOUND, () -> way.accept(destination, packet));
            assertThat(way.take(source, heir, packet).destination().agency()).isEqualTo(top + ".101");
            assertThat(readdressed(packet)).singleElement().satisfies(step -> {
                assertThat(step.clause()).isEqualTo("7.2");
                assertThat(step.detail()).contains(" → ");
            });
        }
        Awaitility.await().until(() -> way.waits(heir, left));

        acts.undo(upheavals.approver(), request.id(), REASON);

        assertThat(way.waits(heir, left)).isFalse();
        assertThat(way.accept(destination, left).space().id()).isEqualTo(space);
        way.take(source, destination, left);
        assertThat(readdressed(left)).hasSize(2);
        assertThat(state(waiting)).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    @DisplayName("nobody at the heir receives, or no right is left: it ends refused and nobody else gets it")
    void noWayOn() {
        PacketView nobody = way.sent(source, top + ".31.21");
        applied(withoutItsApplication(".101"));
        Awaitility.await().until(() -> state(nobody) == DeliveryState.REFUSED);

        top = upheavals.tree();
        source = application(".12");
        destination = application(".31.21");
        UUID right = registration.right(source, agency(".31.21"), "file");
        UUID heir = application(".31.22");
        PacketView noRight = way.sent(source, top + ".31.21");
        applied(draft(merger(".101"))
                .withHeirs(List.of(
                        new ReorganisationHeir(Subject.APPLICATION, destination, null),
                        new ReorganisationHeir(Subject.RIGHT, right, null))));
        Awaitility.await().until(() -> state(noRight) == DeliveryState.REFUSED);
        assertThat(way.waits(heir, noRight)).isFalse();
        assertThat(told(heir, noRight)).isEmpty();
    }

    @Test
    @DisplayName("an application retired by hand: another one of its agency takes what waits, without one it ends")
    void retired() {
        PacketView first = way.sent(source, top + ".31.21");
        UUID other = application(".31.21");
        applications.retire(upheavals.operator(), destination, null, REASON);
        Awaitility.await().until(() -> way.waits(other, first));
        PacketView second = way.sent(source, top + ".31.21");
        way.take(source, other, first);
        applications.retire(upheavals.operator(), other, null, REASON);
        Awaitility.await().until(() -> state(second) == DeliveryState.REFUSED);
        assertThat(told(source, second)).contains("vn.lgsp.packet.refused.v1");
    }
}

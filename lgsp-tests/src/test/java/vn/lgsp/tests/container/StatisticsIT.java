package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.reporting.boundary.AgencyTraffic;
import vn.lgsp.reporting.boundary.Counts;
import vn.lgsp.reporting.boundary.Ranking;
import vn.lgsp.reporting.boundary.Series;
import vn.lgsp.reporting.boundary.Span;
import vn.lgsp.reporting.boundary.Statistics;
import vn.lgsp.reporting.boundary.TrafficQuery;
import vn.lgsp.routing.boundary.Sending;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Figures: right to the second, and of the person's own agencies only")
class StatisticsIT {
    private static final String PROVINCE = "000.00.00.H23";
    private static final String SOURCE = "000.00.12.H23";
    private static final String BYSTANDER = "000.00.02.H23";

    @Inject
    private Demonstration demonstration;

    @Inject
    private Sending sending;

    @Inject
    private Statistics statistics;

    @Inject
    private Directory directory;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("a packet asked for is counted at once, for its source, its destination and the whole")
    void counted() {
        Staff whole = staff(Role.EXECUTIVE, PROVINCE);
        Staff source = staff(Role.AGENCY, SOURCE);
        Staff destination = staff(Role.AGENCY, Demonstration.DESTINATION);
        Counts before = days(whole).sent().counts();
        long sent = days(source).sent().counts().requested();
        long received = days(destination).received().counts().requested();

        cancel(request());

        assertThat(days(whole).sent().counts().requested()).isEqualTo(before.requested() + 1);
        assertThat(days(whole).received().counts().cancelled()).isEqualTo(before.cancelled() + 1);
        assertThat(days(source).sent().counts().requested()).isEqualTo(sent + 1);
        assertThat(days(destination).received().counts().requested()).isEqualTo(received + 1);
    }

    @Test
    @DisplayName("what a request wrote and took back is not counted")
    void takenBack() {
        Staff whole = staff(Role.OPERATOR, PROVINCE);
        long before = days(whole).sent().counts().requested();
        assertThatThrownBy(() -> demonstration.requestAndFail(demonstration.source(), "Thử " + UUID.randomUUID()))
                .hasRootCauseInstanceOf(Demonstration.PowerCut.class);
        assertThat(days(whole).sent().counts().requested()).isEqualTo(before);
    }

    @Test
    @DisplayName("hours, days and months say the same; an environment or kind of data without traffic says nothing")
    void grains() {
        cancel(request());
        Staff whole = staff(Role.AUDITOR, PROVINCE);
        Instant now = Instant.now();
        Counts days = statistics
                .series(whole, TrafficQuery.of(Span.days(30, now)))
                .sent()
                .counts();
        Counts byHour = statistics
                .series(whole, TrafficQuery.of(Span.hours(30 * 12, now)))
                .sent()
                .counts();
        Counts months = statistics
                .series(whole, TrafficQuery.of(Span.months(2, now)))
                .sent()
                .counts();
        assertThat(days).isEqualTo(byHour).isEqualTo(months);
        assertThat(days.requested()).isPositive();
        TrafficQuery live = new TrafficQuery(Span.days(30, now), null, Environment.LIVE, null);
        assertThat(statistics.series(whole, live).sent().counts()).isEqualTo(Counts.NONE);
        TrafficQuery letters = new TrafficQuery(Span.days(30, now), null, Environment.TEST, "edoc");
        assertThat(statistics.series(whole, letters).sent().counts()).isEqualTo(Counts.NONE);
    }

    @Test
    @DisplayName("a bystander sees nothing of it, in no figure")
    void bystander() {
        request();
        Staff bystander = staff(Role.AGENCY, BYSTANDER);
        TrafficQuery query = TrafficQuery.of(Span.days(30, Instant.now()));
        assertThat(statistics.series(bystander, query).sent().counts()).isEqualTo(Counts.NONE);
        assertThat(statistics.series(bystander, query).received().counts()).isEqualTo(Counts.NONE);
        assertThat(statistics.ranking(bystander, query, new Ranking(Ranking.By.BOTH, null, 10)))
                .isEmpty();
        assertThat(statistics.backlog(bystander).underWay()).isZero();
    }

    @Test
    @DisplayName("the ranking goes page by page and every agency stands in it once")
    void ranking() {
        cancel(request());
        Staff whole = staff(Role.EXECUTIVE, PROVINCE);
        TrafficQuery query = TrafficQuery.of(Span.days(30, Instant.now()));
        List<AgencyTraffic> all = statistics.ranking(whole, query, new Ranking(Ranking.By.SENT, null, 200));
        assertThat(all).extracting(AgencyTraffic::code).contains(SOURCE, Demonstration.DESTINATION);
        AgencyTraffic first = all.get(0);
        Ranking.After after = new Ranking.After(first.sent().completed(), first.code());
        assertThat(statistics.ranking(whole, query, new Ranking(Ranking.By.SENT, after, 200)))
                .isEqualTo(all.subList(1, all.size()));
    }

    @Test
    @DisplayName("refused: who may see no packets, an agency out of reach, a time that ends before it begins")
    void refused() {
        TrafficQuery query = TrafficQuery.of(Span.days(1, Instant.now()));
        assertRefused(ErrorCode.FORBIDDEN, () -> statistics.series(staff(Role.ADMIN, PROVINCE), query));
        assertRefused(ErrorCode.FORBIDDEN, () -> statistics.backlog(staff(Role.ADMIN, PROVINCE)));
        TrafficQuery foreign = new TrafficQuery(query.span(), SOURCE, null, null);
        assertRefused(ErrorCode.NOT_FOUND, () -> statistics.series(staff(Role.AGENCY, BYSTANDER), foreign));
        TrafficQuery unknown = new TrafficQuery(query.span(), "999.99.99.H23", null, null);
        assertRefused(ErrorCode.NOT_FOUND, () -> statistics.series(staff(Role.EXECUTIVE, PROVINCE), unknown));
        Instant now = Instant.now();
        assertRefused(
                ErrorCode.REQUEST_INVALID,
                () -> Span.of(java.time.LocalDate.of(2026, 2, 1), java.time.LocalDate.of(2026, 1, 1)));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> Span.days(Span.MAX_STEPS + 1, now));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private Series days(Staff staff) {
        // Two days, so that midnight between two readings changes nothing.
        return statistics.series(staff, TrafficQuery.of(Span.days(2, Instant.now())));
    }

    private UUID request() {
        return sending.request(demonstration.source(), Demonstration.request("Thử " + UUID.randomUUID()))
                .id();
    }

    private void cancel(UUID packet) {
        Caller source = demonstration.source();
        sending.cancel(source, packet, "Thử xong");
    }

    private Staff staff(Role role, String agency) {
        UUID id = directory.byCode(agency).orElseThrow().id();
        return new Staff(Ids.next(), "thu", "Thử", id, Set.of(new Staff.Grant(role, id)));
    }
}

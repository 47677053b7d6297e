package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.authentication.boundary.AccessKeys;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.FirstRun;
import vn.lgsp.operations.boundary.FirstRunFact;
import vn.lgsp.operations.boundary.FirstRunStep;
import vn.lgsp.operations.boundary.JobItemView;
import vn.lgsp.operations.boundary.JobOrder;
import vn.lgsp.operations.boundary.JobOutcome;
import vn.lgsp.operations.boundary.JobState;
import vn.lgsp.operations.boundary.JobView;
import vn.lgsp.operations.boundary.Jobs;
import vn.lgsp.operations.boundary.SavedFilterView;
import vn.lgsp.operations.boundary.SavedFilters;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Bulk acts, saved filters and first steps")
class JobsIT {
    private static final String REVOKE = "access-key.revoke";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    private Jobs jobs;

    @Inject
    private SavedFilters filters;

    @Inject
    private FirstRun firstRun;

    @Inject
    private AccessKeys keys;

    @Inject
    private Demonstration demonstration;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("each item has its own outcome: done, or refused with the reason")
    void outcomes() {
        Staff operator = demonstration.staff("vanhanh");
        UUID application = demonstration.source().applicationId();
        List<UUID> issued = Stream.generate(
                        () -> keys.issueByPlatform(application).id())
                .limit(3)
                .toList();
        List<String> items = Stream.concat(
                        issued.stream().map(UUID::toString),
                        Stream.of(UUID.randomUUID().toString(), "không phải mã"))
                .toList();
        UUID job = jobs.submit(operator, order(items, token()));

        JobView ended = awaitEnd(operator, job);
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(List.of(ended.total(), ended.done(), ended.refused(), ended.failed(), ended.waiting()))
                .containsExactly(5, 3, 2, 0, 0);
        assertThat(issued)
                .allSatisfy(key -> assertThat(keys.find(operator, key).usable()).isFalse());
        List<JobItemView> refused = jobs.items(operator, job, JobOutcome.REFUSED, 0, 10);
        assertThat(refused).extracting(JobItemView::position).containsExactly(4, 5);
        assertThat(refused).extracting(JobItemView::errorCode).containsExactly("not-found", "request-invalid");
        assertThat(refused.get(1).detailVi()).contains("sai dạng");
        assertThat(jobs.items(operator, job, null, 3, 10)).hasSize(2);
    }

    @Test
    @DisplayName("rights are checked for each item: somebody without them revokes nothing")
    void rightsOfItems() {
        Staff leader = demonstration.staff("lanhdao");
        UUID key = keys.issueByPlatform(demonstration.source().applicationId()).id();
        UUID job = jobs.submit(leader, order(List.of(key.toString()), token()));
        assertThat(awaitEnd(leader, job).refused()).isEqualTo(1);
        assertThat(keys.find(demonstration.staff("vanhanh"), key).usable()).isTrue();
    }

    @Test
    @DisplayName("the same order twice is one job, another order under its token is refused")
    void idempotency() {
        Staff operator = demonstration.staff("vanhanh");
        String token = token();
        List<String> items = List.of(UUID.randomUUID().toString());
        UUID job = jobs.submit(operator, order(items, token));
        assertThat(jobs.submit(operator, order(items, token))).isEqualTo(job);
        assertRefused(
                () -> jobs.submit(operator, order(List.of(UUID.randomUUID().toString()), token)),
                ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertRefused(
                () -> jobs.submit(operator, new JobOrder("nothing", items, Map.of(), "r", token())),
                ErrorCode.REQUEST_INVALID);
        awaitEnd(operator, job);
    }

    @Test
    @DisplayName("jobs are seen by who ordered them and by who looks after the agency, and by nobody else")
    void sight() {
        Staff unit = demonstration.staff("donvi");
        UUID job = jobs.submit(unit, order(List.of(UUID.randomUUID().toString()), token()));
        awaitEnd(unit, job);
        assertThat(jobs.find(demonstration.staff("vanhanh"), job).own()).isFalse();
        assertThat(jobs.list(demonstration.staff("kiemtoan"), null, false, null, 50))
                .extracting(JobView::id)
                .contains(job);
        assertThat(jobs.list(demonstration.staff("kiemtoan"), null, true, null, 50))
                .extracting(JobView::id)
                .doesNotContain(job);
        Staff elsewhere = new Staff(
                demonstration.staff("lanhdao").accountId(),
                "x",
                "x",
                unit.agencyId(),
                Set.of(new Staff.Grant(
                        Role.ADMIN, demonstration.caller("000.00.02.H23").agencyId())));
        assertRefused(() -> jobs.find(elsewhere, job), ErrorCode.NOT_FOUND);
        assertRefused(() -> jobs.items(elsewhere, job, null, 0, 10), ErrorCode.NOT_FOUND);
        assertRefused(() -> jobs.cancel(elsewhere, job), ErrorCode.NOT_FOUND);
    }

    @Test
    @DisplayName("a job that was stopped does nothing more")
    void cancel() {
        Staff operator = demonstration.staff("vanhanh");
        List<String> items = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(10_000)
                .toList();
        UUID job = jobs.submit(operator, order(items, token()));
        jobs.cancel(operator, job);
        JobView stopped = jobs.find(operator, job);
        assertThat(stopped.state()).isEqualTo(JobState.CANCELLED);
        assertThat(stopped.waiting()).isZero();
        assertThat(stopped.cancelled()).isPositive();
        jobs.cancel(operator, job);
        assertThat(jobs.find(operator, job)).isEqualTo(stopped);
    }

    @Test
    @DisplayName("filters are kept under a name, fifty for a page, and only the own ones are there")
    void savedFilters() {
        Staff one = demonstration.staff("vanhanh");
        Staff other = demonstration.staff("kiemtoan");
        UUID id = filters.save(one, "/goi-tin", "Hỏa tốc chờ lâu", "k=24h&tt=NOTIFIED");
        assertThat(filters.list(one, "/goi-tin"))
                .extracting(SavedFilterView::name)
                .contains("Hỏa tốc chờ lâu");
        assertThat(filters.list(other, "/goi-tin"))
                .extracting(SavedFilterView::id)
                .doesNotContain(id);
        assertThat(filters.list(one, "/khac")).isEmpty();
        assertThat(filters.save(one, "/goi-tin", " Hỏa tốc chờ lâu ", "k=7d")).isEqualTo(id);
        assertThat(filters.list(one, "/goi-tin"))
                .filteredOn(filter -> filter.id().equals(id))
                .singleElement()
                .satisfies(filter -> assertThat(filter.query()).isEqualTo("k=7d"));
        assertRefused(() -> filters.remove(other, id), ErrorCode.NOT_FOUND);
        for (String query : List.of("a=\"", "a=<script>", "a=b#c", "//x", "x".repeat(2_001))) {
            assertRefused(() -> filters.save(one, "/goi-tin", "Sai", query), ErrorCode.REQUEST_INVALID);
        }
        for (String page : List.of("goi-tin", "//x.vn", "/goi-tin?x=1", "/../x", "https://x.vn")) {
            assertRefused(() -> filters.save(one, page, "Sai", ""), ErrorCode.REQUEST_INVALID);
        }
        filters.remove(one, id);
        for (int i = 0; i < SavedFilters.MOST; i++) {
            filters.save(other, "/thu", "Bộ lọc " + i, "i=" + i);
        }
        assertRefused(() -> filters.save(other, "/thu", "Một nữa", ""), ErrorCode.TOO_MANY_FILTERS);
        assertThat(filters.list(other, "/thu")).hasSize(SavedFilters.MOST);
        filters.list(other, "/thu").forEach(filter -> filters.remove(other, filter.id()));
    }

    @Test
    @DisplayName("the first steps tell how they stand; only the right key id vouches for a backup")
    void firstSteps() {
        Staff admin = demonstration.staff("quantri");
        assertThat(firstRun.steps(admin)).extracting(FirstRunStep::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(firstRun.checks(admin))
                .allSatisfy(fact -> assertThat(fact.state()).isNotEqualTo(FirstRunFact.State.FAIL));
        assertThat(firstRun.pending(admin))
                .as("a demonstration does not remind")
                .isFalse();
        assertRefused(() -> firstRun.steps(demonstration.staff("vanhanh")), ErrorCode.FORBIDDEN);
        assertRefused(() -> firstRun.vouchForKeyBackup(admin, "00000000"), ErrorCode.REQUEST_INVALID);
        assertRefused(() -> firstRun.finish(admin), ErrorCode.FIRST_STEPS_OPEN);
        assertRefused(() -> firstRun.sendTestMail(admin, "a@x.vn", java.util.Locale.ENGLISH), ErrorCode.MAIL_NOT_SENT);
        firstRun.vouchForKeyBackup(admin, firstRun.masterKeyId(admin));
        assertThat(firstRun.steps(admin).get(2).state()).isEqualTo(FirstRunFact.State.OK);
    }

    private JobView awaitEnd(Staff staff, UUID job) {
        await().atMost(SOON).until(() -> jobs.find(staff, job).state() != JobState.RUNNING);
        return jobs.find(staff, job);
    }

    private static JobOrder order(List<String> items, String token) {
        return new JobOrder(REVOKE, items, Map.of(), "Kiểm thử", token);
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private static void assertRefused(Runnable act, ErrorCode code) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}

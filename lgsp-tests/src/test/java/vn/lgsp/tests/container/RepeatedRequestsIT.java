package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.GroupFilter;
import vn.lgsp.registry.boundary.Groups;
import vn.lgsp.sso.boundary.RepeatedRequests;
import vn.lgsp.sso.boundary.RepeatedRequests.Answer;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("A request that creates something, sent again with its key")
class RepeatedRequestsIT {
    private static final byte[] REQUEST = new byte[32];
    private static final Answer MADE = new Answer(201, "/api/v1/x/1", "\"0\"", "{\"a\":\"ế\"}");

    @Inject
    private People people;

    @Inject
    private Ground ground;

    @Inject
    private Groups groups;

    @Inject
    private RepeatedRequests requests;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    @DisplayName("acts once, answers the same; another request or nobody's key is refused, another person's is another")
    void once() {
        Staff staff = people.somebody(Role.OPERATOR, PROVINCE);
        Staff other = people.somebody(Role.OPERATOR, PROVINCE);
        AtomicInteger acts = new AtomicInteger();
        String key = key();
        for (int i = 0; i < 3; i++) {
            assertThat(requests.once(staff, key, REQUEST, () -> {
                        acts.incrementAndGet();
                        return MADE;
                    }))
                    .isEqualTo(MADE);
        }
        assertThat(acts).hasValue(1);
        byte[] different = REQUEST.clone();
        different[0] = 1;
        assertRefused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> requests.once(staff, key, different, () -> {
                    throw new AssertionError("acted on another request");
                }));
        Answer bare = new Answer(201, null, null, "{}");
        assertThat(requests.once(other, key, different, () -> bare)).isEqualTo(bare);
        for (String wrong : List.of("", " ", "có dấu", "x".repeat(129))) {
            assertRefused(ErrorCode.REQUEST_INVALID, () -> requests.once(staff, wrong, REQUEST, () -> MADE));
        }
    }

    @Test
    @DisplayName("is refused while the first is being carried out, and answered after it")
    void inFlight() throws Exception {
        Staff staff = people.somebody(Role.OPERATOR, PROVINCE);
        String key = key();
        CountDownLatch acting = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Future<Answer> first = executor.submit(() -> requests.once(staff, key, REQUEST, () -> {
            acting.countDown();
            await(told);
            return MADE;
        }));
        await(acting);
        try {
            assertRefused(
                    ErrorCode.IDEMPOTENCY_KEY_IN_USE,
                    () -> requests.once(staff, key, REQUEST, () -> {
                        throw new AssertionError("acted twice");
                    }));
            assertThat(requests.once(staff, key(), REQUEST, () -> MADE)).isEqualTo(MADE);
        } finally {
            told.countDown();
        }
        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(MADE);
        assertThat(requests.once(staff, key, REQUEST, () -> {
                    throw new AssertionError("acted twice");
                }))
                .isEqualTo(MADE);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("leaves neither thing nor answer when it fails half-way; the key is free for the next attempt")
    void failure() {
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        Ground.Pair pair = ground.pair();
        String code = Ground.name();
        String key = key();
        assertRefused(
                ErrorCode.UNAVAILABLE,
                () -> requests.once(operator, key, REQUEST, () -> {
                    groups.create(operator, pair.sourceId(), code, "Nửa chừng");
                    throw new LgspException(ErrorCode.UNAVAILABLE);
                }));
        assertThat(groups.search(operator, new GroupFilter(code, null, false, null, 5)))
                .isEmpty();
        Answer answer = requests.once(operator, key, REQUEST, () -> {
            groups.create(operator, pair.sourceId(), code, "Lần hai");
            return MADE;
        });
        assertThat(answer).isEqualTo(MADE);
        assertThat(groups.search(operator, new GroupFilter(code, null, false, null, 5)))
                .hasSize(1);
    }
}

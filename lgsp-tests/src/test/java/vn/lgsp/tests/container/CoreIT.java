package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.notification.boundary.Notice;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.sso.boundary.Accounts;
import vn.lgsp.sso.boundary.Visitor;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("The boundaries of the core, called where they live")
class CoreIT {
    private static final String PASSWORD = "Lgsp-demo-2026";
    private static final Visitor VISITOR = new Visitor("127.0.0.1", "");

    @Inject
    private Demonstration demonstration;

    @Inject
    private Notification notification;

    @Inject
    private Directory directory;

    @Inject
    private Accounts accounts;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("events are numbered without a gap, however many are written at once and however many are taken back")
    void numbering() throws Exception {
        UUID application = demonstration.caller("000.00.02.H23").applicationId();
        long before = notification.newest(application);
        List<Future<Boolean>> written = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean fail = i % 3 == 0;
            written.add(executor.submit(() -> told(application, fail)));
        }
        long kept = 0;
        for (Future<Boolean> one : written) {
            kept += one.get() ? 1 : 0;
        }
        assertThat(kept).isEqualTo(80);
        assertThat(notification.read(application, before, 1_000).stream().map(Notice::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, before + 80).boxed().toList());
        assertThat(notification.newest(application)).isEqualTo(before + 80);
    }

    private boolean told(UUID application, boolean fail) {
        try {
            demonstration.tell(application, fail);
            return true;
        } catch (EJBException takenBack) {
            return false;
        }
    }

    @Test
    @DisplayName("agencies are found with accents and without, by either code; wildcards are only characters")
    void search() {
        assertThat(names("Hải Dương")).contains("Ủy ban nhân dân tỉnh Hải Dương");
        assertThat(names("hai duong")).isEqualTo(names("Hải Dương"));
        assertThat(names("HAI DUONG")).isEqualTo(names("Hải Dương"));
        assertThat(names("dau tu")).contains("Sở Kế hoạch và Đầu tư");
        assertThat(names("000.00.05.H23")).containsExactly("Sở Kế hoạch và Đầu tư");
        assertThat(names("H23.05")).contains("Sở Kế hoạch và Đầu tư");
        assertThat(names("khong co noi nao")).isEmpty();
        assertThat(names("%")).isEmpty();
        assertThat(names("_")).isEmpty();
        assertThat(names("' or 1=1 --")).isEmpty();
        assertThat(directory.search("so", 3)).hasSize(3);
    }

    private List<String> names(String query) {
        return directory.search(query, 100).stream().map(AgencyView::name).toList();
    }

    @Test
    @DisplayName(
            "five wrong passwords lock an account, also for the right one; a name that does not exist behaves the same")
    void lockOut() {
        Staff staff = accounts.signIn("lanhdao", PASSWORD, VISITOR).staff();
        assertThat(staff.username()).isEqualTo("lanhdao");
        for (String name : List.of("lanhdao", "khong-co-ai-" + UUID.randomUUID())) {
            for (int i = 0; i < 5; i++) {
                assertRefused(name, "sai mật khẩu", ErrorCode.SIGN_IN_FAILED);
            }
            assertRefused(name, "sai mật khẩu", ErrorCode.ACCOUNT_LOCKED);
            assertRefused(name, PASSWORD, ErrorCode.ACCOUNT_LOCKED);
        }
        assertThat(accounts.signIn(" QuanTri ", PASSWORD, VISITOR).staff().username())
                .isEqualTo("quantri");
    }

    private void assertRefused(String name, String password, ErrorCode code) {
        assertThatThrownBy(() -> accounts.signIn(name, password, VISITOR))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }
}

package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.sample.boundary.SampleData;
import vn.lgsp.sample.boundary.SampleState;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Who may load and remove the sample data, and how it is asked for")
class SampleDataIT {
    @Inject
    private SampleData sample;

    @Inject
    private Directory directory;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("an administrator of the province sees what there is")
    void state() {
        SampleState state = sample.state(staff(Role.ADMIN, "000.00.00.H23"));
        assertThat(state.demonstration()).isTrue();
        assertThat(state.counts().agencies()).isGreaterThanOrEqualTo(456);
        assertThat(state.counts().applications()).isGreaterThanOrEqualTo(3);
    }

    @Test
    @DisplayName("nobody else: no other role, no administrator of a part")
    void forbidden() {
        for (Role role : Role.values()) {
            Staff staff = staff(role, role == Role.ADMIN ? "000.00.12.H23" : "000.00.00.H23");
            assertRefused(ErrorCode.FORBIDDEN, () -> sample.state(staff));
            assertRefused(ErrorCode.FORBIDDEN, () -> sample.load(staff, "thử"));
            assertRefused(ErrorCode.FORBIDDEN, () -> sample.remove(staff, SampleData.CONFIRMATION, "thử"));
        }
    }

    @Test
    @DisplayName("a reason is asked for, and for a removal the typed words")
    void asked() {
        Staff admin = staff(Role.ADMIN, "000.00.00.H23");
        assertRefused(ErrorCode.REQUEST_INVALID, () -> sample.load(admin, " "));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> sample.load(admin, "dài".repeat(400)));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> sample.remove(admin, "XÓA", "thử"));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> sample.remove(admin, null, "thử"));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> sample.remove(admin, SampleData.CONFIRMATION, null));
        assertThat(sample.state(admin).phase()).isEqualTo(SampleState.Phase.NONE);
    }

    private Staff staff(Role role, String agency) {
        UUID at = directory.byCode(agency).orElseThrow().id();
        return new Staff(UUID.randomUUID(), "ai-do", "Ai Đó", at, Set.of(new Staff.Grant(role, at)));
    }

    private static void assertRefused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}

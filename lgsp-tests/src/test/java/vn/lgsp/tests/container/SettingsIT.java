package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.SettingChangeView;
import vn.lgsp.operations.boundary.SettingEdit;
import vn.lgsp.operations.boundary.SettingOrigin;
import vn.lgsp.operations.boundary.SettingView;
import vn.lgsp.operations.boundary.Settings;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.Sending;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Settings that people change")
class SettingsIT {
    private static final String HOLD = "lgsp.space.upload.lifetime";
    private static final String FILES = "lgsp.packet.max.files";
    private static final String NETWORK = "lgsp.network.allowed";

    @Inject
    private Settings settings;

    @Inject
    private Demonstration demonstration;

    @Inject
    private Sending sending;

    @Inject
    @ConfigProperty(name = NETWORK, defaultValue = "")
    private Supplier<String> network;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("a change counts without a restart, and so does taking it back")
    void withoutRestart() {
        Staff admin = demonstration.staff("quantri");
        Caller source = demonstration.source();
        assertThat(lifetime(source)).isBetween(Duration.ofHours(23), Duration.ofHours(24));

        change(admin, HOLD, "PT2H");
        await().until(() -> lifetime(source).compareTo(Duration.ofHours(2)) <= 0);
        SettingView chosen = settings.find(admin, HOLD);
        assertThat(chosen.value()).isEqualTo("PT2H");
        assertThat(chosen.defaultValue()).isEqualTo("PT24H");
        assertThat(chosen.origin()).isEqualTo(SettingOrigin.CHOSEN);
        assertThat(chosen.changedBy()).isEqualTo(admin.fullName());

        change(admin, HOLD, null);
        await().until(() -> lifetime(source).compareTo(Duration.ofHours(23)) > 0);
        assertThat(settings.find(admin, HOLD).origin()).isEqualTo(SettingOrigin.DEFAULT);
    }

    @Test
    @DisplayName("a number counts where it is shown and where it is kept")
    void number() {
        Staff admin = demonstration.staff("quantri");
        change(admin, FILES, "7");
        await().until(() -> sending.request(demonstration.source(), Demonstration.request("Thử " + UUID.randomUUID()))
                        .space()
                        .maxFiles()
                == 7);
        change(admin, FILES, null);
    }

    @Test
    @DisplayName("each change is kept with who, why, from what to what, and nobody can change it")
    void history() {
        Staff admin = demonstration.staff("quantri");
        change(admin, "lgsp.authority.name", "Sở Khoa học và Công nghệ");
        change(admin, "lgsp.authority.name", null);
        List<SettingChangeView> changes =
                settings.changes(demonstration.staff("kiemtoan"), "lgsp.authority.name", null, 2);
        assertThat(changes.get(0).oldValue()).isEqualTo("Sở Khoa học và Công nghệ");
        assertThat(changes.get(0).newValue()).isNull();
        assertThat(changes.get(1).newValue()).isEqualTo("Sở Khoa học và Công nghệ");
        assertThat(changes.get(1).username()).isEqualTo("quantri");
        assertThat(changes.get(1).reason()).isEqualTo("Kiểm thử");
        for (String sql : List.of(
                "update setting_change set reason = 'x' where id = ?1", "delete from setting_change where id = ?1")) {
            assertThatThrownBy(() -> demonstration.update(sql, changes.get(0).id()))
                    .rootCause()
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    @DisplayName("a wrong value is refused with its field, a change without a reason too")
    void wrong() {
        Staff admin = demonstration.staff("quantri");
        assertThat(fields(admin, FILES, "0", "Kiểm thử", null)).containsExactly("value");
        assertThat(fields(admin, FILES, "5", " ", null)).containsExactly("reason");
        assertThat(fields(admin, FILES, "nhiều", "", null)).containsExactly("value", "reason");
        assertThat(fields(admin, "lgsp.province.name", "${lgsp.db.password}", "Kiểm thử", null))
                .containsExactly("value");
        assertThat(settings.find(admin, FILES).chosen()).isNull();
    }

    @Test
    @DisplayName("nobody locks out the own address")
    void lockOut() {
        Staff admin = demonstration.staff("quantri");
        assertThat(fields(admin, NETWORK, "10.0.0.0/8", "Kiểm thử", "192.168.1.5"))
                .containsExactly("value");
        assertThat(network.get()).isNullOrEmpty();
        settings.change(
                admin, edit(NETWORK, "10.0.0.0/8", settings.find(admin, NETWORK).version(), "10.1.2.3"));
        await().until(() -> "10.0.0.0/8".equals(network.get()));
        change(admin, NETWORK, null);
        await().until(() -> network.get() == null || network.get().isEmpty());
    }

    @Test
    @DisplayName("of two people at once one is told that the other was faster")
    void twoAtOnce() throws Exception {
        Staff admin = demonstration.staff("quantri");
        int version = settings.find(admin, "lgsp.key.cache.seconds").version();
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String value = Integer.toString(i % 3);
            attempts.add(executor.submit(() -> changed(admin, value, version)));
        }
        int won = 0;
        for (Future<Boolean> attempt : attempts) {
            won += attempt.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
        assertThat(settings.find(admin, "lgsp.key.cache.seconds").version()).isEqualTo(version + 1);
        change(admin, "lgsp.key.cache.seconds", null);
    }

    @Test
    @DisplayName("only administrators of the whole platform change; those of a part of it do not even read")
    void rights() {
        Staff part = new Staff(
                UUID.randomUUID(),
                "quantri-so",
                "Quản trị một sở",
                demonstration.source().agencyId(),
                Set.of(new Staff.Grant(Role.ADMIN, demonstration.source().agencyId())));
        for (Staff other : List.of(part, demonstration.staff("donvi"), demonstration.staff("lanhdao"))) {
            assertRefused(() -> settings.list(other), ErrorCode.FORBIDDEN);
            assertRefused(() -> change(other, FILES, "5"), ErrorCode.FORBIDDEN);
        }
        for (String reader : List.of("vanhanh", "kiemtoan")) {
            Staff staff = demonstration.staff(reader);
            assertThat(settings.list(staff)).isNotEmpty();
            assertThat(settings.mayChange(staff)).isFalse();
            assertRefused(() -> settings.change(staff, edit(FILES, "5", 0, null)), ErrorCode.FORBIDDEN);
        }
    }

    @Test
    @DisplayName("what the server fixes cannot be changed here, what is not there cannot be found")
    void fixed() {
        Staff admin = demonstration.staff("quantri");
        SettingView url = settings.find(admin, "lgsp.public.url");
        assertThat(url.origin()).isEqualTo(SettingOrigin.ENVIRONMENT);
        assertRefused(() -> change(admin, "lgsp.public.url", "https://x.vn"), ErrorCode.SETTING_FIXED);
        assertRefused(() -> change(admin, "lgsp.first-run.finished", "true"), ErrorCode.SETTING_FIXED);
        assertRefused(() -> settings.find(admin, "lgsp.db.password"), ErrorCode.NOT_FOUND);
        assertRefused(() -> settings.change(admin, edit("lgsp.db.password", "x", 0, null)), ErrorCode.NOT_FOUND);
        String secret = System.getProperty("lgsp.db.password");
        assertThat(settings.list(admin)).noneMatch(setting -> setting.value().contains(secret));
    }

    private Duration lifetime(Caller source) {
        PacketView packet = sending.request(source, Demonstration.request("Thử " + UUID.randomUUID()));
        return Duration.between(Instant.now(), packet.space().expiresAt());
    }

    private boolean changed(Staff staff, String value, int version) {
        try {
            settings.change(staff, edit("lgsp.key.cache.seconds", value, version, null));
            return true;
        } catch (LgspException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.EDIT_CONFLICT);
            return false;
        }
    }

    private void change(Staff staff, String key, String value) {
        settings.change(staff, edit(key, value, settings.find(staff, key).version(), null));
    }

    private List<String> fields(Staff staff, String key, String value, String reason, String address) {
        try {
            settings.change(
                    staff,
                    new SettingEdit(
                            key, value, reason, settings.find(staff, key).version(), address));
            return List.of();
        } catch (LgspException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
            return refusal.fields().stream()
                    .map(LgspException.FieldError::field)
                    .toList();
        }
    }

    private static SettingEdit edit(String key, String value, int version, String address) {
        return new SettingEdit(key, value, "Kiểm thử", version, address);
    }

    private static void assertRefused(Runnable act, ErrorCode code) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}

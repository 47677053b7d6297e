package vn.lgsp.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.operations.boundary.SettingAccess;
import vn.lgsp.operations.control.Setting;
import vn.lgsp.operations.control.SettingCatalogue;

@DisplayName("The catalogue of settings and the code name the same settings")
class SettingCatalogueCompletenessTest {
    /** Known to the environment alone and shown nowhere. */
    private static final Set<String> SECRETS =
            Set.of("lgsp.mail.password", "lgsp.content.s3.access-key", "lgsp.content.s3.secret-key");

    /** What the launcher and the script read, or the connection pool by its own means; no class of the application has them injected. */
    private static final Set<String> READ_BEFORE_THE_APPLICATION = Set.of(
            "lgsp.http.host",
            "lgsp.http.port",
            "lgsp.tls.host",
            "lgsp.tls.port",
            "lgsp.tls.trust",
            "lgsp.tls.key.store",
            "lgsp.db.url",
            "lgsp.db.user",
            "lgsp.db.port",
            "lgsp.db.run.as",
            "lgsp.heap",
            "lgsp.min.free.mib",
            "lgsp.ready.seconds",
            "lgsp.lang");

    /** Where a setting is injected. */
    private record Use(String place, String type, ConfigProperty setting) {}

    @Test
    @DisplayName("each setting that the code reads is in the catalogue, and the other way round")
    void sameNames() {
        Set<String> read = uses().map(use -> use.setting().name()).collect(Collectors.toCollection(TreeSet::new));
        read.removeAll(SECRETS);
        Set<String> known = SettingCatalogue.all().stream()
                .filter(setting -> setting.access() != SettingAccess.FIRST_RUN)
                .map(Setting::key)
                .collect(Collectors.toCollection(TreeSet::new));
        known.removeAll(READ_BEFORE_THE_APPLICATION);
        assertThat(read).isEqualTo(known);
    }

    @Test
    @DisplayName("each default in the code is the default of the catalogue")
    void sameDefaults() {
        assertThat(uses().filter(use -> !SECRETS.contains(use.setting().name()))
                        .filter(use -> !use.setting().defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE)))
                .allSatisfy(use -> assertThat(use.setting().defaultValue())
                        .as(use.place())
                        .isEqualTo(SettingCatalogue.find(use.setting().name())
                                .orElseThrow()
                                .defaultValue()));
    }

    @Test
    @DisplayName(
            "what people change while the platform runs is read through a supplier, except where it is read once at the start")
    void followed() {
        Set<String> atTheStart = Set.of("vn.lgsp.sso.control.FirstAccount.provinceName");
        List<String> frozen = uses().filter(
                        use -> SettingCatalogue.find(use.setting().name())
                                .filter(setting -> setting.access() == SettingAccess.RUNNING)
                                .isPresent())
                .filter(use -> !use.type().equals(Supplier.class.getName()))
                .map(Use::place)
                .filter(place -> !atTheStart.contains(place))
                .toList();
        assertThat(frozen).isEmpty();
    }

    private static Stream<Use> uses() {
        return Compiled.classes().stream().flatMap(type -> Stream.concat(fields(type), parameters(type)));
    }

    private static Stream<Use> fields(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.isAnnotatedWith(ConfigProperty.class))
                .map(field -> use(field));
    }

    private static Use use(JavaField field) {
        return new Use(
                field.getFullName(), field.getRawType().getName(), field.getAnnotationOfType(ConfigProperty.class));
    }

    private static Stream<Use> parameters(JavaClass type) {
        return type.getCodeUnits().stream()
                .map(JavaCodeUnit::getParameters)
                .flatMap(List::stream)
                .filter(parameter -> parameter.isAnnotatedWith(ConfigProperty.class))
                .map(SettingCatalogueCompletenessTest::use);
    }

    private static Use use(JavaParameter parameter) {
        return new Use(
                parameter.getDescription(),
                parameter.getRawType().getName(),
                parameter.getAnnotationOfType(ConfigProperty.class));
    }
}

package vn.lgsp.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("Rooms and doors (docs/architecture.md)")
class ArchitectureTest {
    private static final String OURS = "vn.lgsp..";

    /** Each room and the rooms that it may call: the table of docs/architecture.md, and nothing else. */
    private static final Map<String, List<String>> ARROWS = new LinkedHashMap<>();

    static {
        ARROWS.put("model", List.of());
        ARROWS.put("crypto", List.of());
        ARROWS.put("client", List.of());
        ARROWS.put("registry", List.of("model"));
        ARROWS.put("authentication", List.of("model", "crypto", "registry"));
        ARROWS.put("notification", List.of("model"));
        ARROWS.put("routing", List.of("model", "crypto", "registry", "authentication", "notification"));
        ARROWS.put("reporting", List.of("model", "registry"));
        ARROWS.put("sso", List.of("model", "crypto", "registry"));
        ARROWS.put("operations", List.of("model", "registry", "authentication"));
        ARROWS.put("sample", List.of("model", "crypto", "registry", "authentication"));
        ARROWS.put(
                "web",
                List.of(
                        "model",
                        "registry",
                        "authentication",
                        "notification",
                        "routing",
                        "reporting",
                        "sso",
                        "operations"));
        ARROWS.put(
                "portal",
                List.of(
                        "model",
                        "registry",
                        "authentication",
                        "notification",
                        "routing",
                        "reporting",
                        "sso",
                        "operations",
                        "sample"));
        ARROWS.put("launcher", List.of("client", "crypto"));
    }

    private static final List<String> CORE = List.of(
            "registry", "authentication", "notification", "routing", "reporting", "sso", "operations", "sample");

    @Test
    @DisplayName("every room is known")
    void everyRoomIsKnown() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : Compiled.classes()) {
            String name = type.getPackageName();
            if (name.startsWith("vn.lgsp.")) {
                rooms.add(name.split("\\.")[2]);
            }
        }
        assertThat(rooms).isSubsetOf(ARROWS.keySet()).contains("model", "routing", "web", "launcher");
    }

    @TestFactory
    @DisplayName("a room calls only the rooms it may call")
    Stream<DynamicTest> arrows() {
        return ARROWS.entrySet().stream().map(room -> rule(room.getKey() + " → " + room.getValue(), arrow(room)));
    }

    private static ArchRule arrow(Map.Entry<String, List<String>> room) {
        String[] allowed = Stream.concat(Stream.of(room.getKey()), room.getValue().stream())
                .map(name -> "vn.lgsp." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("vn.lgsp." + room.getKey() + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(allowed))));
    }

    @TestFactory
    @DisplayName("whoever is outside a room sees its boundary only")
    Stream<DynamicTest> boundaries() {
        return CORE.stream()
                .map(room -> rule(
                        room,
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("vn.lgsp." + room + "..")
                                .should()
                                .dependOnClassesThat(resideInAPackage("vn.lgsp." + room + "..")
                                        .and(not(resideInAPackage("vn.lgsp." + room + ".boundary.."))))));
    }

    @TestFactory
    @DisplayName("no circles")
    Stream<DynamicTest> noCircles() {
        return Stream.of(rule(
                "between rooms", slices().matching("vn.lgsp.(*)..").should().beFreeOfCycles()));
    }

    @TestFactory
    @DisplayName("state is kept in one place")
    Stream<DynamicTest> state() {
        return Stream.of(
                rule(
                        "entities are in the model",
                        classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("vn.lgsp.model..")),
                rule(
                        "only the core talks to the database",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "vn.lgsp.web..", "vn.lgsp.portal..", "vn.lgsp.model..", "vn.lgsp.client..")
                                .should()
                                .dependOnClassesThat()
                                .areAssignableTo(EntityManager.class)
                                .orShould()
                                .dependOnClassesThat()
                                .areAssignableTo(DataSource.class)),
                rule(
                        "a lifecycle takes its steps in the journal only",
                        methods()
                                .that()
                                .haveName("become")
                                .and()
                                .areDeclaredInClassesThat()
                                .resideInAPackage("vn.lgsp.model.packet")
                                .should(beCalledOnlyFrom("vn.lgsp.routing.control.Journal"))));
    }

    @TestFactory
    @DisplayName("habits")
    Stream<DynamicTest> habits() {
        return Stream.of(
                rule(
                        "the core logs through System.Logger",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("vn.lgsp.launcher..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.util.logging..", "org.slf4j..", "org.apache.commons.logging..")),
                rule(
                        "nobody prints but the launcher",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("vn.lgsp.launcher..")
                                .should(ACCESS_STANDARD_STREAMS)),
                rule(
                        "sessions beans that others call are boundaries; what stands in a control is called inside its room",
                        classes()
                                .that()
                                .areAnnotatedWith(Stateless.class)
                                .or()
                                .areAnnotatedWith(Singleton.class)
                                .should()
                                .resideInAnyPackage("vn.lgsp.*.boundary..", "vn.lgsp.*.control..")),
                rule(
                        "no names that say nothing",
                        noClasses()
                                .should()
                                .haveSimpleNameEndingWith("Impl")
                                .orShould()
                                .haveSimpleNameEndingWith("Manager")
                                .orShould()
                                .haveSimpleNameEndingWith("Helper")
                                .orShould()
                                .haveSimpleNameEndingWith("Util")
                                .orShould()
                                .haveSimpleNameEndingWith("Utils")),
                rule(
                        "fields of beans are private",
                        fields().that()
                                .areAnnotatedWith("jakarta.inject.Inject")
                                .or()
                                .areAnnotatedWith("jakarta.ejb.EJB")
                                .should()
                                .bePrivate()),
                rule(
                        "session beans on the way of a packet are injected as such (@EJB): at each call of one that CDI injected the container throws",
                        fields().that()
                                .areAnnotatedWith("jakarta.inject.Inject")
                                .and()
                                .areDeclaredInClassesThat()
                                .resideInAnyPackage(
                                        "vn.lgsp.authentication..",
                                        "vn.lgsp.notification..",
                                        "vn.lgsp.registry..",
                                        "vn.lgsp.reporting..",
                                        "vn.lgsp.routing..",
                                        "vn.lgsp.web..")
                                .and()
                                // May be made inside a call of another module, among whose names an @EJB is looked for.
                                .areNotDeclaredIn("vn.lgsp.web.resource.AgencyNames")
                                .should()
                                .notHaveRawType(annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)))));
    }

    private static DynamicTest rule(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.check(Compiled.classes()));
    }

    private static ArchCondition<JavaMethod> beCalledOnlyFrom(String caller) {
        return new ArchCondition<>("be called only from " + caller) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getCallsOfSelf().stream()
                        .filter(call -> !call.getOriginOwner().equals(method.getOwner()))
                        .filter(call -> !call.getOriginOwner().getName().equals(caller))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
            }
        };
    }
}

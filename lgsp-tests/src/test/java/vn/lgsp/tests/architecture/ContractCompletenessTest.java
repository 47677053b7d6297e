package vn.lgsp.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Contract;

@DisplayName("The contract and the code name the same operations")
class ContractCompletenessTest {
    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, PUT.class, POST.class, DELETE.class, HEAD.class, PATCH.class);

    @Test
    @DisplayName("nothing is served that was not reviewed, nothing reviewed is missing")
    void sameOperations() {
        Set<String> served = new TreeSet<>();
        for (JavaClass type : Compiled.classes()) {
            if (type.isAnnotatedWith(Path.class)) {
                String root = root(type);
                type.getMethods().forEach(method -> served.addAll(operations(root, type, method)));
            }
        }
        assertThat(served)
                .isEqualTo(Contract.get().operations().stream()
                        .map(operation -> operation.method() + " " + operation.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Where the application that lists the resource is served; a resource that none lists is served nowhere. */
    private static String root(JavaClass resource) {
        List<String> roots = Compiled.classes().stream()
                .filter(type -> type.isAnnotatedWith(ApplicationPath.class))
                .filter(application -> application.getReferencedClassObjects().stream()
                        .anyMatch(named -> named.getRawType().equals(resource)))
                .map(application -> "/"
                        + application.getAnnotationOfType(ApplicationPath.class).value())
                .toList();
        assertThat(roots).as("applications that list %s", resource.getName()).hasSize(1);
        return roots.get(0);
    }

    private static List<String> operations(String root, JavaClass type, JavaMethod method) {
        return METHODS.stream()
                .filter(method::isAnnotatedWith)
                .map(verb -> verb.getSimpleName() + " " + root + path(type) + path(method))
                .toList();
    }

    private static String path(HasAnnotations<?> place) {
        if (!place.isAnnotatedWith(Path.class)) {
            return "";
        }
        // What a parameter may look like is the code's affair: `{id: [0-9a-f]{36}}` is `{id}` in the contract.
        String path = place.getAnnotationOfType(Path.class)
                .value()
                .replaceAll("\\{(\\w+): [^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}");
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }
}

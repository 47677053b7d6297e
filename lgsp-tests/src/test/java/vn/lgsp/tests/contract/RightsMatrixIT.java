package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Contract;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Every operation for people, called as every role: docs/guides/permissions.md")
class RightsMatrixIT {
    /** Input that is missing may be named before the right is asked for; it opens nothing. */
    private static final Set<Integer> CLOSED = Set.of(400, 403, 415, 422, 428);

    private static PlatformProcess platform;

    @BeforeAll
    static void meet() {
        platform = SharedPlatform.get();
    }

    private static List<Contract.Operation> forPeople() {
        return Contract.get().operations().stream()
                .filter(operation -> !operation.forApplications())
                .toList();
    }

    /** Agencies that exist; other things that are nobody's, and versions that nothing has: nothing is changed by whoever may. */
    private static String address(Contract.Operation operation) {
        return operation
                .path()
                .replace("{code}", "H23.02")
                .replace("{agency}", "H23.02")
                .replace("{number}", "9999")
                .replace("{alias}", "Y97.404")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private static Answer call(Person person, Contract.Operation operation) {
        boolean body = operation.bodySchema().isPresent();
        return person.send(
                operation.method(), address(operation), body ? Map.of("reason", "kiểm thử quyền") : null, "\"999999\"");
    }

    @Test
    @DisplayName("each of them says which right it asks for")
    void named() {
        assertThat(forPeople()).hasSizeGreaterThan(60).allSatisfy(operation -> assertThat(
                        operation.right().map(Right::valueOf))
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, quantri",
        "OPERATOR, vanhanh",
        "APPROVER, pheduyet",
        "AGENCY, donvi",
        "DEVELOPER, tichhop",
        "AUDITOR, kiemtoan",
        "EXECUTIVE, lanhdao"
    })
    @DisplayName("whoever lacks the right gets nothing; whoever has it is not turned away for it")
    void matrix(Role role, String username) {
        Person person = Person.named(platform, username);
        List<String> wrong = new ArrayList<>();
        for (Contract.Operation operation : forPeople()) {
            Right right = Right.valueOf(operation.right().orElseThrow());
            int status = call(person, operation).status();
            boolean refused = operation.method().equals("GET") ? status == 403 : CLOSED.contains(status);
            if (right.heldBy(role) ? status == 401 : !refused) {
                wrong.add(operation + " as " + role + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("without a token, and with one for reading, nothing is written")
    void tokens() {
        Person reader = Person.named(platform, "vanhanh", true);
        Person nobody = Person.nobody(platform);
        for (Contract.Operation operation : forPeople()) {
            assertThat(call(nobody, operation).status()).as("%s", operation).isEqualTo(401);
            if (!operation.method().equals("GET")) {
                assertThat(call(reader, operation).status()).as("%s", operation).isEqualTo(403);
            }
        }
    }
}

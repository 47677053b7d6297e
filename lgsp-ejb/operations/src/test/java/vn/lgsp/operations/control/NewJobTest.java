package vn.lgsp.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.JobOrder;

class NewJobTest {
    private static final Set<String> KINDS = Set.of("packet.cancel");
    private static final String TOKEN = "0123456789";

    @Test
    void an_order_within_its_bounds_is_taken() {
        List<String> most =
                IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();
        assertThatCode(() -> new NewJob(order("packet.cancel", most, Map.of("a", ""), "Vì lộ khóa", TOKEN), KINDS))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> refused() {
        List<String> one = List.of("1");
        List<String> tooMany =
                IntStream.range(0, 10_001).mapToObj(Integer::toString).toList();
        Map<String, String> many = new HashMap<>();
        IntStream.range(0, 21).forEach(i -> many.put("p" + i, ""));
        return Stream.of(
                Arguments.of("kind", "choice", order(null, one, Map.of(), "r", TOKEN)),
                Arguments.of("kind", "choice", order("packet.send", one, Map.of(), "r", TOKEN)),
                Arguments.of("reason", "length", order("packet.cancel", one, Map.of(), " ", TOKEN)),
                Arguments.of("reason", "length", order("packet.cancel", one, Map.of(), "r".repeat(501), TOKEN)),
                Arguments.of("token", "length", order("packet.cancel", one, Map.of(), "r", "1234567")),
                Arguments.of("token", "length", order("packet.cancel", one, Map.of(), "r", null)),
                Arguments.of("items", "items", order("packet.cancel", null, Map.of(), "r", TOKEN)),
                Arguments.of("items", "items", order("packet.cancel", List.of(), Map.of(), "r", TOKEN)),
                Arguments.of("items", "items", order("packet.cancel", tooMany, Map.of(), "r", TOKEN)),
                Arguments.of("items", "length", order("packet.cancel", List.of("1", " "), Map.of(), "r", TOKEN)),
                Arguments.of("items", "length", order("packet.cancel", List.of("1".repeat(201)), Map.of(), "r", TOKEN)),
                Arguments.of(
                        "items", "duplicate", order("packet.cancel", List.of("1", "2", "1"), Map.of(), "r", TOKEN)),
                Arguments.of("parameters", "items", order("packet.cancel", one, null, "r", TOKEN)),
                Arguments.of("parameters", "items", order("packet.cancel", one, many, "r", TOKEN)),
                Arguments.of(
                        "parameters",
                        "length",
                        order("packet.cancel", one, Map.of("a", "b".repeat(1_001)), "r", TOKEN)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void an_order_out_of_bounds_is_refused_with_its_field(String field, String reason, JobOrder order) {
        assertThatThrownBy(() -> new NewJob(order, KINDS)).isInstanceOfSatisfying(LgspException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
            assertThat(refusal.fields()).singleElement().satisfies(error -> {
                assertThat(error.field()).isEqualTo(field);
                assertThat(error.reason()).isEqualTo(reason);
            });
        });
    }

    @Test
    void the_same_order_has_the_same_fingerprint_and_another_has_another() {
        byte[] first = fingerprint(List.of("12", "3"), Map.of("a", "1", "b", "2"), "r");
        assertThat(fingerprint(List.of("12", "3"), Map.of("b", "2", "a", "1"), "r"))
                .isEqualTo(first);
        assertThat(fingerprint(List.of("1", "23"), Map.of("a", "1", "b", "2"), "r"))
                .isNotEqualTo(first);
        assertThat(fingerprint(List.of("3", "12"), Map.of("a", "1", "b", "2"), "r"))
                .isNotEqualTo(first);
        assertThat(fingerprint(List.of("12", "3"), Map.of("a", "1", "b", "3"), "r"))
                .isNotEqualTo(first);
        assertThat(fingerprint(List.of("12", "3"), Map.of("a", "1", "b", "2"), "s"))
                .isNotEqualTo(first);
    }

    private static byte[] fingerprint(List<String> items, Map<String, String> parameters, String reason) {
        return new NewJob(order("packet.cancel", items, parameters, reason, TOKEN), KINDS).fingerprint();
    }

    private static JobOrder order(
            String kind, List<String> items, Map<String, String> parameters, String reason, String token) {
        return new JobOrder(kind, items, parameters, reason, token);
    }
}

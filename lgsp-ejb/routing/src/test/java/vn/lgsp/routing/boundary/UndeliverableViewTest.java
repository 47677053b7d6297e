package vn.lgsp.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Undeliverable.Decision;

class UndeliverableViewTest {

    @ParameterizedTest
    @CsvSource({
        "NOTIFIED, false, true,  WAIT REDIRECT CANCEL",
        "ACCEPTED, false, true,  WAIT REDIRECT CANCEL",
        "FETCHING, false, true,  WAIT REDIRECT CANCEL",
        "REFUSED,  false, true,  REDIRECT CANCEL RESEND",
        "EXPIRED,  false, true,  REDIRECT CANCEL RESEND",
        "REFUSED,  false, false, CANCEL",
        "FAILED,   false, false, CANCEL",
        "NOTIFIED, true,  true,  ''",
        "CONFIRMED, true, true,  ''",
    })
    void what_may_be_decided_depends_on_the_delivery_and_the_content(
            DeliveryState state, boolean closed, boolean contentKept, String options) {
        assertThat(UndeliverableView.options(state, closed, contentKept))
                .isEqualTo(Arrays.stream(options.split(" "))
                        .filter(option -> !option.isEmpty())
                        .map(Decision::valueOf)
                        .collect(Collectors.toSet()));
    }
}

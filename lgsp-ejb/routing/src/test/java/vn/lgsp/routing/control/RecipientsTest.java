package vn.lgsp.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.routing.boundary.PacketRequest.Recipient;

class RecipientsTest {
    private static final Recipient AGENCY = new Recipient("000.00.31.H23", null);
    private static final Recipient GROUP = new Recipient(null, "cac-so");

    @Test
    void asManyAsAllowedAndAtLeastOne() {
        assertThat(Recipients.malformed(Collections.nCopies(3, AGENCY), 3)).isEmpty();
        assertThat(fields(Recipients.malformed(Collections.nCopies(4, AGENCY), 3)))
                .containsExactly("recipients items");
        assertThat(fields(Recipients.malformed(List.of(), 3))).containsExactly("recipients items");
        assertThat(fields(Recipients.malformed(null, 3))).containsExactly("recipients items");
    }

    @Test
    void eachNamesOneAgencyOrOneGroup() {
        List<Recipient> asked =
                Arrays.asList(AGENCY, null, GROUP, new Recipient(null, null), new Recipient("H23.31", "cac-so"));

        assertThat(fields(Recipients.malformed(asked, 10)))
                .containsExactly(
                        "recipients[1].agency required",
                        "recipients[3].agency required",
                        "recipients[4] agency-or-group");
    }

    @Test
    void requestsForOthersNeverReadTheSame() {
        List<List<Recipient>> all = new ArrayList<>();
        all.add(List.of(AGENCY));
        all.add(List.of(GROUP));
        all.add(List.of(new Recipient("cac-so", null)));
        all.add(List.of(AGENCY, GROUP));
        all.add(List.of(GROUP, AGENCY));
        all.add(List.of(AGENCY, AGENCY));
        all.add(List.of(new Recipient("a", null), new Recipient("b", null)));
        all.add(List.of(new Recipient("a,agency:1:b", null), new Recipient("c", null)));
        all.add(List.of(new Recipient("a", null), new Recipient("b", null), new Recipient("c", null)));

        assertThat(all.stream().map(Recipients::asAsked)).doesNotHaveDuplicates();
        assertThat(Recipients.asAsked(List.of(AGENCY)))
                .as("as it was written when a packet had one recipient")
                .isEqualTo("000.00.31.H23");
    }

    private static Stream<String> fields(List<FieldError> errors) {
        return errors.stream().map(error -> error.field() + " " + error.reason());
    }
}

package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is shown of a signed text opens nothing. */
class SigningTextTest {

    @Test
    void tickets_are_replaced_by_their_digest() {
        var text = "\"@method\": GET\n\"authorization\": Bearer lgsp_tk_abc\nauthorization:Bearer x\n\"date\": today";

        assertThat(SigningText.safe(text))
                .doesNotContain("lgsp_tk_abc", "Bearer")
                .contains("\"authorization\": sha256(", "\"@method\": GET\n", "\n\"date\": today");
    }

    @Test
    void long_texts_are_cut_and_have_no_character_that_a_database_refuses() {
        assertThat(SigningText.safe("\0" + "a".repeat(10_000)))
                .hasSize(4_096)
                .startsWith("?a")
                .endsWith("…");
    }
}

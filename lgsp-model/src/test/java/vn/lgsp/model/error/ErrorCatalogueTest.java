package vn.lgsp.model.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCatalogueTest {
    private static final Locale VIETNAMESE = new Locale("vi");

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void each_entry_speaks_both_languages(ErrorCode code) {
        for (Locale locale : new Locale[] {VIETNAMESE, Locale.ENGLISH}) {
            assertThat(ErrorTexts.title(code, locale)).isNotBlank();
            assertThat(ErrorTexts.cause(code, locale)).endsWith(".");
            assertThat(ErrorTexts.fix(code, locale)).endsWith(".");
        }
        assertThat(ErrorTexts.title(code, VIETNAMESE)).isNotEqualTo(ErrorTexts.title(code, Locale.ENGLISH));
    }

    @Test
    void no_text_stands_for_an_entry_that_is_gone() throws Exception {
        var known = new TreeSet<String>();
        Arrays.stream(ErrorCode.values()).forEach(code -> known.add(code.code()));
        for (String file : new String[] {"Errors.properties", "Errors_en.properties"}) {
            Properties texts = new Properties();
            try (var in = ErrorTexts.class.getResourceAsStream(file)) {
                texts.load(in);
            }
            assertThat(texts.stringPropertyNames())
                    .allSatisfy(key -> assertThat(known).contains(key.substring(0, key.indexOf('.'))));
        }
    }

    @Test
    void an_unknown_language_gets_vietnamese() {
        assertThat(ErrorTexts.title(ErrorCode.NOT_FOUND, Locale.FRENCH))
                .isEqualTo(ErrorTexts.title(ErrorCode.NOT_FOUND, VIETNAMESE));
    }

    @Test
    void the_detail_names_the_values_at_hand() {
        LgspException error = new LgspException(ErrorCode.RECIPIENT_UNKNOWN, "000.00.99.H23");
        assertThat(ErrorTexts.detail(error, VIETNAMESE)).isEqualTo("Không có đơn vị mang mã 000.00.99.H23.");
        assertThat(ErrorTexts.detail(error, Locale.ENGLISH)).isEqualTo("No agency has the code 000.00.99.H23.");
    }

    @Test
    void a_field_tells_why_it_was_refused() {
        var field = new LgspException.FieldError("title", "length", 1, 500);
        assertThat(ErrorTexts.reason(field, Locale.ENGLISH)).isEqualTo("must have 1 to 500 characters");
        assertThat(ErrorTexts.reason(field, VIETNAMESE)).isEqualTo("phải có từ 1 đến 500 ký tự");
    }
}

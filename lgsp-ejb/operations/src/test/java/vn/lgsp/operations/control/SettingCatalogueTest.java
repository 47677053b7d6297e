package vn.lgsp.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.operations.boundary.SettingGroup;
import vn.lgsp.operations.boundary.SettingTexts;

class SettingCatalogueTest {
    private static final Locale VIETNAMESE = new Locale("vi");

    @ParameterizedTest
    @MethodSource("vn.lgsp.operations.control.SettingCatalogue#all")
    void each_setting_speaks_both_languages(Setting setting) {
        for (Locale locale : new Locale[] {VIETNAMESE, Locale.ENGLISH}) {
            assertThat(SettingTexts.title(setting.key(), locale)).isNotBlank();
            assertThat(SettingTexts.meaning(setting.key(), locale)).endsWith(".");
            assertThat(SettingTexts.unit(setting.unit(), locale)).isNotNull();
        }
        assertThat(SettingTexts.title(setting.key(), VIETNAMESE))
                .isNotEqualTo(SettingTexts.title(setting.key(), Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("vn.lgsp.operations.control.SettingCatalogue#all")
    void each_default_is_a_value_that_the_setting_takes(Setting setting) {
        assertThat(setting.refusal(setting.defaultValue())).isEmpty();
    }

    @Test
    void each_key_is_there_once_and_no_secret_among_them() {
        assertThat(SettingCatalogue.all()).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(SettingCatalogue.all())
                .extracting(Setting::key)
                .noneMatch(key -> key.matches(".*(password|secret|java\\.opts).*"));
        assertThat(SettingCatalogue.find("lgsp.db.password")).isEmpty();
        assertThat(SettingCatalogue.find(null)).isEmpty();
    }

    @Test
    void no_text_stands_for_a_setting_that_is_gone() throws Exception {
        Set<String> known = new TreeSet<>();
        for (Setting setting : SettingCatalogue.all()) {
            known.add("setting." + setting.key() + ".title");
            known.add("setting." + setting.key() + ".meaning");
            known.add("unit." + setting.unit());
        }
        for (SettingGroup group : SettingGroup.values()) {
            known.add("group." + group);
        }
        known.remove("unit.");
        for (String file : new String[] {"Settings.properties", "Settings_en.properties"}) {
            Properties texts = new Properties();
            try (InputStream in = SettingTexts.class.getResourceAsStream(file)) {
                texts.load(in);
            }
            assertThat(new TreeSet<>(texts.stringPropertyNames())).isEqualTo(known);
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    lgsp.packet.max.files,          20,
                    lgsp.packet.max.files,          1,
                    lgsp.packet.max.files,          0,            number
                    lgsp.packet.max.files,          1001,         number
                    lgsp.packet.max.files,          99999999999999999999, number
                    lgsp.packet.max.files,          hai mươi,     number
                    lgsp.packet.max.files,          '',           number
                    lgsp.delivery.hold,             P30D,
                    lgsp.delivery.hold,             PT1H,
                    lgsp.delivery.hold,             PT59M,        duration
                    lgsp.delivery.hold,             P366D,        duration
                    lgsp.delivery.hold,             30 ngày,      duration
                    lgsp.delivery.hold,             P1M,          duration
                    lgsp.province.name,             Tỉnh Hải Dương,
                    lgsp.province.name,             '',           length
                    lgsp.province.name,             ${lgsp.db.password}, form
                    lgsp.province.name,             a\\b,         form
                    lgsp.mail.encryption,           tls,
                    lgsp.mail.encryption,           ssl,          choice
                    lgsp.mail.host,                 '',
                    lgsp.mail.host,                 thu.haiduong.gov.vn,
                    lgsp.mail.host,                 thu haiduong, form
                    lgsp.mail.from,                 lgsp@haiduong.gov.vn,
                    lgsp.mail.from,                 lgsp,         form
                    lgsp.network.allowed,           '',
                    lgsp.network.allowed,           '10.0.0.0/8, ::1',
                    lgsp.network.allowed,           10.0.0.0/64,  address-range
                    lgsp.public.url.additional,     'https://lgsp.example.vn,http://10.0.0.1:8080/',
                    lgsp.public.url.additional,     https://a:b@lgsp.example.vn, url
                    lgsp.public.url.additional,     https://lgsp.example.vn/api, url
                    lgsp.public.url.additional,     lgsp.example.vn, url
                    """)
    void a_value_is_taken_or_refused_with_its_reason(String key, String value, String reason) {
        var refusal = SettingCatalogue.find(key).orElseThrow().refusal(value);
        assertThat(refusal.map(FieldError::reason).orElse(null)).isEqualTo(reason);
        refusal.ifPresent(error -> {
            assertThat(ErrorTexts.reason(error, VIETNAMESE)).isNotBlank();
            assertThat(ErrorTexts.reason(error, Locale.ENGLISH)).isNotBlank();
        });
    }

    @Test
    void a_line_end_is_in_no_value() {
        assertThat(SettingCatalogue.find("lgsp.province.name").orElseThrow().refusal("Tỉnh\nHải Dương"))
                .hasValueSatisfying(error -> assertThat(error.reason()).isEqualTo("control-character"));
    }

    @Test
    void a_setting_tells_its_environment_variable() {
        assertThat(SettingCatalogue.find("lgsp.sso.argon2.memory-kib")
                        .orElseThrow()
                        .variable())
                .isEqualTo("LGSP_SSO_ARGON2_MEMORY_KIB");
    }
}

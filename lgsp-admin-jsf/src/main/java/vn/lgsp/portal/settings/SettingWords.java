package vn.lgsp.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.operations.boundary.SettingTexts;
import vn.lgsp.operations.boundary.SettingView;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/** Puts values of settings into words. */
@RequestScoped
public class SettingWords {
    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Visit visit;

    /**
     * A value as people say it: with its unit, a duration in days and hours, nothing as a word.
     *
     * @param value as it is stored; null for the default
     */
    String of(SettingView setting, String value) {
        String text = value == null ? setting.defaultValue() : value;
        if (text.isEmpty()) {
            return texts.get("settings.empty");
        }
        return switch (setting.type()) {
            // A number without a unit is a name, as a port is, and not an amount.
            case NUMBER -> setting.unit().isEmpty() ? text : number(text) + unit(setting);
            case DURATION -> duration(text);
            case YES_NO -> texts.get(text.equals("true") ? "settings.yes" : "settings.no");
            case TEXT, LIST, CODE -> text;
        };
    }

    /** What may be put in, for the hint below a field; empty when anything may. */
    String bounds(SettingView setting) {
        return switch (setting.type()) {
            case NUMBER ->
                texts.with("settings.bounds.number", number(setting.least()), number(setting.most()) + unit(setting));
            case DURATION ->
                texts.with("settings.bounds.duration", duration(setting.least()), duration(setting.most()));
            case LIST -> texts.get("settings.bounds.list");
            case TEXT -> texts.with("settings.bounds.text", number(setting.most()));
            case YES_NO, CODE -> "";
        };
    }

    private String unit(SettingView setting) {
        return setting.unit().isEmpty() ? "" : " " + SettingTexts.unit(setting.unit(), visit.getLocale());
    }

    private String number(String text) {
        try {
            return format.number(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    private String duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            String words = Stream.of(
                            part("duration.d", duration.toDaysPart()),
                            part("duration.h", duration.toHoursPart()),
                            part("duration.min", duration.toMinutesPart()),
                            part("duration.s", duration.toSecondsPart()))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" "));
            return words.isEmpty() ? texts.with("duration.s", format.number(0)) : words;
        } catch (DateTimeParseException malformed) {
            return text;
        }
    }

    private Optional<String> part(String key, long amount) {
        return amount == 0 ? Optional.empty() : Optional.of(texts.with(key, format.number(amount)));
    }
}

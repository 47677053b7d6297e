package vn.lgsp.operations.control;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.operations.boundary.SettingAccess;
import vn.lgsp.operations.boundary.SettingGroup;
import vn.lgsp.operations.boundary.SettingType;

/**
 * A setting of the catalogue.
 *
 * @param key as MicroProfile Config knows it; the environment variable is the same in capitals with underscores
 * @param unit key of {@code unit.<unit>} in the texts; empty when it has none
 * @param defaultValue what counts when nobody says anything; never null, may be empty
 */
public record Setting(
        String key, SettingGroup group, SettingAccess access, SettingRule rule, String unit, String defaultValue) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public SettingType type() {
        return rule.type();
    }

    public List<String> choices() {
        return rule instanceof SettingRule.Choice choice ? choice.choices() : List.of();
    }

    public String least() {
        return rule.least();
    }

    public String most() {
        return rule.most();
    }

    /** The name of the environment variable that sets it. */
    public String variable() {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    /**
     * Why a value is refused; empty when it is not.
     *
     * @param value without blanks around it; never null
     */
    public Optional<FieldError> refusal(String value) {
        if (CONTROL.matcher(value).find()) {
            return Optional.of(new FieldError(SettingRule.FIELD, "control-character"));
        }
        // MicroProfile Config would put another setting's value in its place, a secret's too.
        if (value.contains("${") || value.contains("\\")) {
            return Optional.of(new FieldError(SettingRule.FIELD, "form"));
        }
        return rule.refusal(value);
    }
}

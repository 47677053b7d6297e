package vn.lgsp.operations.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A setting as people see it.
 *
 * @param unit key of {@code unit.<unit>} in the texts; empty when it has none
 * @param least lowest number or shortest duration; empty for other types
 * @param most highest number, longest duration or greatest number of characters
 * @param choices for a code; empty for other types
 * @param value in force; never null, may be empty
 * @param chosen what a person set; null when nobody did; not in force when the environment says otherwise
 * @param version how often it was changed; whoever changes it names this
 * @param changedAt null when it was never changed
 * @param changedBy name of the person; null when it was never changed
 * @param reason of the last change; null when it was never changed
 */
public record SettingView(
        String key,
        SettingGroup group,
        SettingType type,
        SettingAccess access,
        String unit,
        String least,
        String most,
        List<String> choices,
        String value,
        String defaultValue,
        String chosen,
        SettingOrigin origin,
        int version,
        Instant changedAt,
        String changedBy,
        String reason) {

    /** What it is called. */
    public String title(Locale locale) {
        return SettingTexts.title(key, locale);
    }

    /** What it means. */
    public String meaning(Locale locale) {
        return SettingTexts.meaning(key, locale);
    }

    /** Whether an administrator can change it here and the change would count. */
    public boolean changeable() {
        return access == SettingAccess.RUNNING && origin != SettingOrigin.ENVIRONMENT;
    }
}

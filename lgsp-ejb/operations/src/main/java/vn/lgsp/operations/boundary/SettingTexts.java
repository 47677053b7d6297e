package vn.lgsp.operations.boundary;

import java.util.Locale;
import java.util.ResourceBundle;

/** What settings are called and mean, in Vietnamese (the default) and English. */
public final class SettingTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private SettingTexts() {}

    /** What a setting is called, in a few words. */
    public static String title(String key, Locale locale) {
        return text("setting." + key + ".title", locale);
    }

    /** What a setting means, in one or two sentences. */
    public static String meaning(String key, Locale locale) {
        return text("setting." + key + ".meaning", locale);
    }

    /** What a group of settings is called. */
    public static String group(SettingGroup group, Locale locale) {
        return text("group." + group.name(), locale);
    }

    /** A unit, as it stands behind a number; empty for the empty unit. */
    public static String unit(String unit, Locale locale) {
        return unit.isEmpty() ? "" : text("unit." + unit, locale);
    }

    private static String text(String key, Locale locale) {
        return ResourceBundle.getBundle(
                        "vn.lgsp.operations.boundary.Settings",
                        locale,
                        SettingTexts.class.getClassLoader(),
                        NO_FALLBACK)
                .getString(key);
    }
}

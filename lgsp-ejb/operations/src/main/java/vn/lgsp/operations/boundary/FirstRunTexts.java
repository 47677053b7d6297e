package vn.lgsp.operations.boundary;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the first steps in Vietnamese (the default) and English. */
final class FirstRunTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FirstRunTexts() {}

    static String text(String key, Locale locale, Object... arguments) {
        String pattern = ResourceBundle.getBundle(
                        "vn.lgsp.operations.boundary.FirstRun",
                        locale,
                        FirstRunTexts.class.getClassLoader(),
                        NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }
}

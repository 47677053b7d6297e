package vn.lgsp.model.error;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the error catalogue in Vietnamese (the default) and English. */
public final class ErrorTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ErrorTexts() {}

    /** What the error is called, in a few words. */
    public static String title(ErrorCode code, Locale locale) {
        return text(code, "title", locale);
    }

    /** What can lead to it. */
    public static String cause(ErrorCode code, Locale locale) {
        return text(code, "cause", locale);
    }

    /** What to do about it. */
    public static String fix(ErrorCode code, Locale locale) {
        return text(code, "fix", locale);
    }

    /** What happened in this case, with the values at hand; the cause where the catalogue has no text with values. */
    public static String detail(LgspException error, Locale locale) {
        try {
            String pattern = bundle("Errors", locale).getString(error.code().code() + ".detail");
            return new MessageFormat(pattern, locale).format(error.arguments());
        } catch (MissingResourceException none) {
            return cause(error.code(), locale);
        }
    }

    /** Why a field was refused: a text of its own, or that of the error that it leads to. */
    public static String reason(LgspException.FieldError field, Locale locale) {
        ResourceBundle own = bundle("Fields", locale);
        String pattern = own.containsKey(field.reason())
                ? own.getString(field.reason())
                : bundle("Errors", locale).getString(field.reason() + ".detail");
        return new MessageFormat(pattern, locale).format(field.arguments());
    }

    private static String text(ErrorCode code, String part, Locale locale) {
        return bundle("Errors", locale).getString(code.code() + "." + part);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                "vn.lgsp.model.error." + name, locale, ErrorTexts.class.getClassLoader(), NO_FALLBACK);
    }
}

package vn.lgsp.launcher;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The launcher's texts in one language: Vietnamese unless English is asked for. */
public final class Texts {

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        // No fallback to the machine's own locale: an English server must not turn the Vietnamese default into English.
        this.bundle = ResourceBundle.getBundle(
                "vn.lgsp.launcher.launcher",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * @param language {@code en} for English; anything else, also null, is Vietnamese
     */
    public static Texts in(String language) {
        boolean english = language != null && language.toLowerCase(Locale.ROOT).startsWith("en");
        return new Texts(english ? Locale.ENGLISH : Locale.forLanguageTag("vi"));
    }

    public Locale locale() {
        return locale;
    }

    /** The text under the key with its placeholders filled. */
    public String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** One line: code, what happened, how to fix it. */
    public String of(StartFailure failure) {
        String name = failure.error().name();
        return failure.error().code() + ": " + of("error." + name, failure.arguments()) + " "
                + of("fix." + name, failure.arguments());
    }
}

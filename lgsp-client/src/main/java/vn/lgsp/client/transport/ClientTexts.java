package vn.lgsp.client.transport;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The client's own sentences for people, Vietnamese or English. */
public final class ClientTexts {

    private final Locale locale;
    private final ResourceBundle bundle;

    /**
     * Texts of one language.
     *
     * @param locale English or anything else: Vietnamese
     */
    public ClientTexts(Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        this.locale = english
                ? Locale.ENGLISH
                : new Locale.Builder().setLanguage("vi").build();
        // The root bundle is the Vietnamese one; asking for it by Locale.ROOT keeps the machine's own language out of
        // the search.
        this.bundle = ResourceBundle.getBundle("vn.lgsp.client.ClientTexts", english ? Locale.ENGLISH : Locale.ROOT);
    }

    /** The language, for {@code Accept-Language}. */
    public String language() {
        return locale.getLanguage();
    }

    /** A sentence with its arguments filled in. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}

package vn.lgsp.client.transport;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences for people, Vietnamese or English. */
public final class Texts {

    private final Locale locale;
    private final ResourceBundle bundle;

    /**
     * Texts of one language.
     *
     * @param name of the bundle; its base file is the Vietnamese one
     * @param wanted English, or anything else: Vietnamese
     */
    public Texts(String name, Locale wanted) {
        boolean english = wanted.getLanguage().equals(Locale.ENGLISH.getLanguage());
        this.locale = english
                ? Locale.ENGLISH
                : new Locale.Builder().setLanguage("vi").build();
        // Asking for the base file by Locale.ROOT keeps the machine's own language out of the search.
        this.bundle = ResourceBundle.getBundle(name, english ? Locale.ENGLISH : Locale.ROOT);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** All texts, for libraries that look them up themselves. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Whether there is a text of that name. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * A sentence. Without arguments it is taken as it stands; with arguments it is a pattern of {@link MessageFormat}, in which
     * apostrophes are doubled.
     *
     * @param arguments text; numbers are to be formatted before
     */
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}

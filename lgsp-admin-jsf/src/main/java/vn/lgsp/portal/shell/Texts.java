package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** The words of the portal in the language of the visit; pages without values use the map {@code t} directly. */
@Named("texts")
@RequestScoped
public class Texts {
    private Locale locale;

    /** For the container's proxy. */
    protected Texts() {}

    @Inject
    public Texts(Visit visit) {
        this(visit.getLocale());
    }

    public Texts(Locale locale) {
        this.locale = locale;
    }

    /** The map of all words, for expression language: {@code #{t['key']}}. */
    @Produces
    @Named("t")
    @RequestScoped
    Map<String, String> words() {
        return Bundles.of(locale);
    }

    /**
     * The text of a key.
     *
     * @throws MissingResourceException when there is none; the build's tests see to it that there is
     */
    public String get(String key) {
        String text = Bundles.of(locale).get(key);
        if (text == null) {
            throw new MissingResourceException("No text for " + key, Texts.class.getName(), key);
        }
        return text;
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return Bundles.of(locale).containsKey(key);
    }

    /** The text of a key with values in it; values are texts already. */
    public String with(String key, Object... values) {
        return new MessageFormat(get(key), locale).format(values);
    }

    /** The text of an enum's constant: key {@code family.CONSTANT}. */
    public String of(String family, Enum<?> constant) {
        return get(family + "." + constant.name());
    }
}

package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the portal in the language of the visit; pages without values use the bundle {@code t} directly. */
@Named("texts")
@RequestScoped
public class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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

    /** The text of a key. */
    public String get(String key) {
        return ResourceBundle.getBundle("vn.lgsp.portal.Texts", locale, Texts.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
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

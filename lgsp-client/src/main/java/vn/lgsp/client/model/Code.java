package vn.lgsp.client.model;

import java.util.Locale;

/**
 * A value that travels as a short lower-case word, e.g. {@code very-urgent}. A word that this version of the client does not know
 * is read as {@code UNKNOWN}, so that a newer platform does not break an older client.
 */
public interface Code {

    /** The name of the constant. */
    String name();

    /** The word as it travels. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package vn.lgsp.registry.control.content;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** A pattern that is matched in time linear in the text, whatever the pattern is: it knows neither look-around nor back-references (threat 22). */
public final class LinearPattern {
    /** The longest pattern, in characters. */
    public static final int LONGEST = 500;

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Makes a pattern ready; empty when it is not one, is too long or grows too large. */
    public static Optional<LinearPattern> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LinearPattern(Pattern.compile(text)));
        } catch (PatternSyntaxException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** Whether the whole text is of this form. */
    public boolean is(String text) {
        return pattern.matcher(text).matches();
    }

    /** Whether the form occurs in the text. */
    boolean within(String text) {
        return pattern.matcher(text).find();
    }
}

package vn.lgsp.operations.boundary;

import java.util.List;
import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param code what; names its texts
 * @param state how it stands
 * @param arguments values for the texts, as text
 */
public record FirstRunFact(String code, State state, List<String> arguments) {

    /** How it stands. */
    public enum State {
        OK,
        /** The platform works; somebody should look at it. */
        ATTENTION,
        /** To be mended before the platform is used in earnest. */
        FAIL
    }

    public FirstRunFact {
        arguments = List.copyOf(arguments);
    }

    /** A fact with its values. */
    public static FirstRunFact of(String code, State state, Object... arguments) {
        return new FirstRunFact(
                code,
                state,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** What was looked at. */
    public String title(Locale locale) {
        return FirstRunTexts.text(code + ".title", locale);
    }

    /** What was found. */
    public String finding(Locale locale) {
        return FirstRunTexts.text(code + "." + state.name().toLowerCase(Locale.ROOT), locale, arguments.toArray());
    }

    /** What to do; empty when nothing is to be done. */
    public String advice(Locale locale) {
        return state == State.OK ? "" : FirstRunTexts.text(code + ".fix", locale, arguments.toArray());
    }
}

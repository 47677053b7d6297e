package vn.lgsp.operations.boundary;

import java.util.List;
import java.util.Locale;

/**
 * One of the first steps, with what was found.
 *
 * @param facts never empty
 */
public record FirstRunStep(Name name, List<FirstRunFact> facts) {

    /** The steps in their order. */
    public enum Name {
        ADMINISTRATOR,
        NAMES,
        MASTER_KEY,
        NETWORK,
        AGENCIES,
        BEGINNING,
        CHECKS
    }

    public FirstRunStep {
        facts = List.copyOf(facts);
    }

    /** From 1. */
    public int number() {
        return name.ordinal() + 1;
    }

    /** The worst of its facts. */
    public FirstRunFact.State state() {
        return facts.stream().map(FirstRunFact::state).max(Enum::compareTo).orElseThrow();
    }

    /** What the step is called. */
    public String title(Locale locale) {
        return FirstRunTexts.text("step." + name, locale);
    }
}

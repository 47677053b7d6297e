package vn.lgsp.routing.boundary;

import java.util.Locale;

/** What a rule said to a request; {@code position} is its place in the list, from 1. */
public record RouteVerdict(int position, RouteRule rule, Outcome outcome) {

    /** Matched, or the first condition that did not hold. */
    public enum Outcome {
        MATCHED,
        DISABLED,
        DATA_TYPE,
        IMPORTANCE,
        SOURCE,
        TITLE,
        SIZE,
        HOUR,
        DAY,
        /** Not looked at: a rule before it had matched. */
        LATER;

        /** The outcome as the interface writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

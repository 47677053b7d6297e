package vn.lgsp.portal.list;

import java.util.List;

/**
 * One field of a filter bar.
 *
 * @param name how it stands in the address
 * @param label key of its text
 * @param kind what people put into it
 * @param hint key of the text inside the empty field; null for none
 * @param choices what can be chosen, without "all"; empty for other kinds
 * @param fallback the value when nothing was chosen; null for none
 */
public record Filter(String name, String label, Kind kind, String hint, List<Choice> choices, String fallback) {
    /** What a field takes. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** One of a few values. */
        CHOICE,
        /** An agency by code or by part of its name. */
        AGENCY,
        /** A period; two fields more for one's own. */
        PERIOD,
        /** One day. */
        DAY
    }

    /** The parameters of one's own period. */
    static final String FROM = "tu";

    static final String TO = "den";

    /** A field for words, called {@code q}. */
    public static Filter text(String label, String hint) {
        return new Filter("q", label, Kind.TEXT, hint, List.of(), null);
    }

    /** A choice of one value, or all. */
    public static Filter choice(String name, String label, List<Choice> choices) {
        return new Filter(name, label, Kind.CHOICE, null, List.copyOf(choices), null);
    }

    /** A choice of one value; without one of its own, the fallback. */
    public static Filter always(String name, String label, List<Choice> choices, String fallback) {
        return new Filter(name, label, Kind.CHOICE, null, List.copyOf(choices), fallback);
    }

    /** An agency, called {@code don-vi}. */
    public static Filter agency() {
        return new Filter("don-vi", "filter.agency", Kind.AGENCY, "filter.agency.hint", List.of(), null);
    }

    /** A day; none means today. */
    public static Filter day(String name, String label) {
        return new Filter(name, label, Kind.DAY, null, List.of(), null);
    }

    /** A period, called {@code ky}: a list over time always has one, so that it never reads everything. */
    public static Filter period(List<Choice> choices, Period fallback) {
        return new Filter("ky", "filter.period", Kind.PERIOD, null, List.copyOf(choices), fallback.code());
    }
}

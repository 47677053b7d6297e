package vn.lgsp.reporting.boundary;

import vn.lgsp.model.registry.Environment;

/**
 * What figures are asked for.
 *
 * @param agency identifier code in either form: this agency and everything below it; null for all that the person may see
 * @param environment null for both
 * @param dataType code of a data type; null for all
 */
public record TrafficQuery(Span span, String agency, Environment environment, String dataType) {

    /** Everything that the person may see. */
    public static TrafficQuery of(Span span) {
        return new TrafficQuery(span, null, null, null);
    }

    /** The same for the time that its span is compared with. */
    public TrafficQuery compared() {
        return new TrafficQuery(span.compared(), agency, environment, dataType);
    }

    /** The same, so many steps earlier. */
    public TrafficQuery earlier(int steps) {
        return new TrafficQuery(span.earlier(steps), agency, environment, dataType);
    }
}

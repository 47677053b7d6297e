package vn.lgsp.registry.boundary;

import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;

/** Content that could not be converted: where, and why. */
public final class ConversionRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> places;

    /** @param places at least one; their details say nothing of the content */
    public ConversionRefused(List<Violation> places) {
        super(places.get(0).reason(), null, false, false);
        this.places = List.copyOf(places);
    }

    /** A reason that has no place in a document. */
    public ConversionRefused(String file, String reason) {
        this(List.of(new Violation(file, 0, 0, null, reason, null)));
    }

    /** The places at fault; their details say nothing of the content. */
    public List<Violation> places() {
        return places;
    }
}

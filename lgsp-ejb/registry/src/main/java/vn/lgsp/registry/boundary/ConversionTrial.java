package vn.lgsp.registry.boundary;

import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;

/**
 * How a sample fared.
 *
 * @param name what the file would be called; null where it could not be converted
 * @param result what came of it, also where it breaks the rules of its type; null where it could not be converted
 * @param problems why it could not be converted, or what is wrong with the result; empty when it would be delivered
 */
public record ConversionTrial(String name, String mediaType, byte[] result, List<Violation> problems) {

    /** Whether it would be delivered. */
    public boolean passed() {
        return problems.isEmpty();
    }
}

package vn.lgsp.registry.control.content;

import java.util.Set;

/**
 * The values of a place are codes of a list.
 *
 * @param path from the root: names between slashes, {@code @} before an attribute, {@code *} for every place of an array
 * @param list code of the list
 * @param codes those that are in force
 */
public record CodeRule(String path, String list, Set<String> codes) {
    static final String REASON = "content-code";

    boolean accepts(String value) {
        return codes.contains(value.strip());
    }
}

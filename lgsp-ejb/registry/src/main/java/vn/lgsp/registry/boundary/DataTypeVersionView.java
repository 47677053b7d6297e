package vn.lgsp.registry.boundary;

import java.util.Map;
import vn.lgsp.model.registry.DataTypeVersion.Rules;

/**
 * One version of a data type.
 *
 * @param documents size of each document of the schema by its name, bytes
 * @param codes path to the code list that its values have to be of
 */
public record DataTypeVersionView(
        VersionHead head, Rules rules, Map<String, Integer> documents, Map<String, String> codes)
        implements VersionView {}

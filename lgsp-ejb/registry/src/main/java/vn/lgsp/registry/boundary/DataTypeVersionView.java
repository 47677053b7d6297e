package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.registry.DataTypeVersion;
import vn.lgsp.model.registry.DataTypeVersion.Rules;
import vn.lgsp.model.registry.VersionState;

/**
 * One version of a data type.
 *
 * @param documents size of each document of the schema by its name, bytes
 * @param codes path to the code list that its values have to be of
 * @param draftedBy null for what came with the platform
 * @param publishedName null before it was published
 * @param publishedAt null before it was published
 * @param version counts the edits
 */
public record DataTypeVersionView(
        int number,
        VersionState state,
        Rules rules,
        Map<String, Integer> documents,
        Map<String, String> codes,
        UUID draftedBy,
        String draftedName,
        Instant draftedAt,
        String publishedName,
        Instant publishedAt,
        int version) {

    static DataTypeVersionView of(DataTypeVersion found, Map<String, Integer> documents, Map<String, String> codes) {
        return new DataTypeVersionView(
                found.number(),
                found.state(),
                found.rules(),
                documents,
                codes,
                found.draftedBy(),
                found.draftedName(),
                found.draftedAt(),
                found.publishedName(),
                found.publishedAt(),
                found.version());
    }
}

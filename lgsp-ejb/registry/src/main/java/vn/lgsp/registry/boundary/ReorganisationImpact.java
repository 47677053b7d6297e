package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a reorganisation would do if it were carried out now.
 *
 * @param problems what stands against it, and what should be looked at
 * @param changes agency by agency
 * @param inherited how many things the agencies that end leave behind, by subject ({@code APPLICATION}, {@code RIGHT}, …)
 */
public record ReorganisationImpact(List<Problem> problems, List<Change> changes, Map<String, Long> inherited) {

    /** Says whether nothing stands against it. */
    public boolean possible() {
        return problems.stream().noneMatch(Problem::error);
    }

    /**
     * Something about one step.
     *
     * @param step its position from 1; 0 for the request as a whole
     * @param error it cannot be carried out so; otherwise a warning
     * @param reason a key of the bundle {@code vn.lgsp.model.error.Fields}
     * @param arguments values for its text
     */
    public record Problem(int step, boolean error, String reason, List<String> arguments) {}

    /**
     * What becomes of an agency.
     *
     * @param agencyId null for one that is new
     * @param kind what happens: {@code CREATED}, {@code REVIVED}, {@code CHANGED}, {@code MERGED}, {@code SPLIT}, {@code DISSOLVED}
     * @param before name, code, parent as they are; null for one that is new
     * @param after name, code, parent as they will be; null for one that ends
     * @param successors codes that come in its place
     */
    public record Change(UUID agencyId, String kind, State before, State after, List<String> successors) {}

    /** How an agency is called and where it stands; {@code code} as QĐ 20/2020 writes it, {@code parent} null at the top. */
    public record State(String name, String code, String parent) {}
}

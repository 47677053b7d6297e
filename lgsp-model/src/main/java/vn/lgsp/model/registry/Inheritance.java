package vn.lgsp.model.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What agencies leave behind when they end, and who gets it (Điều 7.2). Implemented by CDI beans of the modules that know the things; a
 * reorganisation finds them by this type. Everything happens in the transaction of the reorganisation: all of it, or nothing.
 */
public interface Inheritance {

    /** What the things are, in capitals, e.g. {@code APPLICATION}; unique over all modules, at most 20 characters. */
    String subject();

    /** How many of these things the agencies have at this moment. */
    long count(Set<UUID> agencies);

    /**
     * A thing that an agency leaves behind.
     *
     * @param id of the thing
     * @param agencyId the agency that has it; of a right between two that end, its source
     * @param label what people call it; no secret
     */
    record Left(UUID id, UUID agencyId, String label) {}

    /**
     * The things themselves, where a request may name an heir for each of them; none where it may not.
     *
     * @param limit how many at most
     */
    default List<Left> left(Set<UUID> agencies, int limit) {
        return List.of();
    }

    /**
     * Hands the things of agencies that end on to their heirs, and writes each change to {@code reorganisation_effect} with what was before.
     *
     * @param changeId the reorganisation
     * @param heirs by agency that ends: who inherits; an agency without heir stands in {@code ending} alone
     * @param ending all agencies that end
     */
    void carryOver(UUID changeId, Map<UUID, UUID> heirs, Set<UUID> ending);

    /** Takes back what {@link #carryOver} of this reorganisation changed. */
    void takeBack(UUID changeId);

    /**
     * How many things have come into being with these agencies since an instant: as long as there are any, the reorganisation cannot be
     * undone.
     */
    long builtOn(Set<UUID> agencies, Instant since);
}

package vn.lgsp.registry.control;

import java.util.List;
import java.util.UUID;

/**
 * What the index is made of.
 *
 * @param codes every code that it has or had, and aliases
 * @param abilities bits of {@link vn.lgsp.registry.boundary.AgencyQuery.Ability}
 * @param dataTypes what its applications take; {@code *} for every type
 * @param gone there is no such agency any more; nothing else is known of it
 */
record AgencyRow(
        UUID id,
        UUID parentId,
        int level,
        boolean closed,
        String name,
        String shortName,
        List<String> codes,
        int abilities,
        List<String> dataTypes,
        boolean gone) {}

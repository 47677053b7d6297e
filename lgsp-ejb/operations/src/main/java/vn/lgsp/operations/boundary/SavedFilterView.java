package vn.lgsp.operations.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A filter that a person keeps.
 *
 * @param query of the list page, without question mark; may be empty
 */
public record SavedFilterView(UUID id, String name, String query, Instant createdAt) {}

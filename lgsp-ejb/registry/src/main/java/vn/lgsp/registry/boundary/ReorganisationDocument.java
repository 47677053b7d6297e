package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;

/** A document attached to a request, without its content; {@code size} in bytes, {@code sha256} in hexadecimal. */
public record ReorganisationDocument(
        UUID id, String name, String mediaType, long size, String sha256, String addedBy, Instant addedAt) {}

package vn.lgsp.registry.control;

import java.util.UUID;

/** A list waits to be checked or entered. */
public record ImportOrdered(UUID importId) {}

package vn.lgsp.registry.control.transform;

import vn.lgsp.model.registry.TransformationKind;

/**
 * A program as somebody wrote it.
 *
 * @param text null for kinds that need none
 */
public record Program(TransformationKind kind, byte[] text) {}

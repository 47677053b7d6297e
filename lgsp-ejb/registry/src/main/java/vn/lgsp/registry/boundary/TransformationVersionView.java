package vn.lgsp.registry.boundary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lgsp.model.registry.TransformationKind;
import vn.lgsp.model.registry.TransformationVersion;

/**
 * A version of a transformation.
 *
 * @param program null for kinds that need none
 * @param samples what it is tried with
 */
public record TransformationVersionView(VersionHead head, TransformationKind kind, String program, List<Sample> samples)
        implements VersionView {

    /**
     * A document that a version is tried with.
     *
     * @param size bytes
     */
    public record Sample(String name, String mediaType, int size) {}

    static TransformationVersionView of(TransformationVersion version, List<Sample> samples) {
        byte[] program = version.program();
        return new TransformationVersionView(
                VersionHead.of(version),
                version.kind(),
                program == null ? null : new String(program, StandardCharsets.UTF_8),
                samples);
    }
}

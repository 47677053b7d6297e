package vn.lgsp.registry.boundary;

import java.util.List;
import vn.lgsp.model.registry.Transformation.Ends;

/**
 * A transformation as people and programs see it.
 *
 * @param current number of the version in force; null while none is
 * @param versions the newest first; for applications without drafts
 * @param takers how many applications take it
 */
public record TransformationView(
        String code,
        String nameVi,
        String nameEn,
        Ends ends,
        Integer current,
        List<TransformationVersionView> versions,
        int takers) {

    /** The version of this number; null when there is none. */
    public TransformationVersionView version(int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElse(null);
    }
}

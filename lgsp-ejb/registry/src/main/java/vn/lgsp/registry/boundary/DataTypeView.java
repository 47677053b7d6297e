package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.Optional;

/**
 * A data type with what may be known of its versions (Điều 3.6, 8.2).
 *
 * @param owner the agency that answers for it; null for the platform's own
 * @param current the version that a request without one gets; null while none is in force
 * @param versions the newest first; drafts only for people
 * @param applications how many applications list it
 * @param rights how many access rights in force name it
 */
public record DataTypeView(
        String code,
        String nameVi,
        String nameEn,
        String protocol,
        AgencyView owner,
        Integer current,
        List<DataTypeVersionView> versions,
        long applications,
        long rights) {

    /** The version of this number; empty when there is none. */
    public Optional<DataTypeVersionView> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }
}

package vn.lgsp.registry.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A list of codes with its versions (danh mục mã, Điều 15.3).
 *
 * @param owner the agency that answers for it; null for the platform's own
 * @param current the version in force; null while there is none
 * @param versions the newest first; drafts only for people
 */
public record CodeListView(
        String code, String nameVi, String nameEn, AgencyView owner, Integer current, List<Version> versions) {

    /** One version; {@code entries} is how many codes it has. */
    public record Version(VersionHead head, int entries) implements VersionView {}

    /** The version of this number; empty when there is none. */
    public Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /**
     * One code.
     *
     * @param validFrom the first day on which it counts; null for ever before
     * @param validTo the last day; null for ever after
     */
    public record Entry(String code, String nameVi, String nameEn, LocalDate validFrom, LocalDate validTo) {}

    /** What a code was and is; null where a version does not have it. */
    public record Change(Entry before, Entry now) {}
}

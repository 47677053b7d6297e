package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.registry.VersionState;

/**
 * A list of codes with its versions (danh mục mã, Điều 15.3).
 *
 * @param owner the agency that answers for it; null for the platform's own
 * @param current the version in force; null while there is none
 * @param versions the newest first; drafts only for people
 */
public record CodeListView(
        String code, String nameVi, String nameEn, AgencyView owner, Integer current, List<Version> versions) {

    /**
     * One version.
     *
     * @param publishedName null before it was published
     * @param publishedAt null before it was published
     * @param version counts the edits
     */
    public record Version(
            int number,
            VersionState state,
            int entries,
            UUID draftedBy,
            String draftedName,
            Instant draftedAt,
            String publishedName,
            Instant publishedAt,
            int version) {}

    /**
     * One code.
     *
     * @param validFrom the first day on which it counts; null for ever before
     * @param validTo the last day; null for ever after
     */
    public record Entry(String code, String nameVi, String nameEn, LocalDate validFrom, LocalDate validTo) {}
}

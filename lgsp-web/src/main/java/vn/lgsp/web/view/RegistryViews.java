package vn.lgsp.web.view;

import java.time.Instant;
import java.util.List;
import vn.lgsp.registry.boundary.AgencyDetails;
import vn.lgsp.registry.boundary.AgencyEdit;
import vn.lgsp.registry.boundary.AgencyRow;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.CodeCheck;
import vn.lgsp.registry.boundary.CodeResolution;
import vn.lgsp.registry.boundary.CodeRow;

/** Agencies and codes as the contract writes them. */
public final class RegistryViews {
    private RegistryViews() {}

    /** Schema CodeResolution. */
    public record Resolution(
            String asked,
            String code,
            String codeQcvn,
            String codeQd20,
            String state,
            Instant validFrom,
            Instant validTo,
            String agency,
            List<Successor> successors,
            List<String> warnings) {

        public static Resolution of(CodeResolution found) {
            return new Resolution(
                    found.asked(),
                    found.code(),
                    found.codeQcvn(),
                    found.codeQd20(),
                    Constants.of(found.state()),
                    found.validFrom(),
                    found.validTo(),
                    found.agency().name(),
                    found.successors().stream()
                            .map(next -> new Successor(next.code(), next.codeQcvn(), next.codeQd20(), next.name()))
                            .toList(),
                    found.warnings().stream().map(Constants::of).toList());
        }
    }

    /** Schema CodeSuccessor. */
    public record Successor(String code, String codeQcvn, String codeQd20, String agency) {}

    /** Schema IdentifierCode. */
    public record Code(
            String code,
            String codeQcvn,
            String codeQd20,
            String agency,
            String state,
            Instant validFrom,
            Instant validTo,
            String document,
            String documentDate,
            String reason,
            boolean sample) {

        public static Code of(CodeRow row) {
            return new Code(
                    row.code(),
                    row.codeQcvn(),
                    row.codeQd20(),
                    row.agencyName(),
                    Constants.of(row.state()),
                    row.validFrom(),
                    row.validTo(),
                    row.document(),
                    row.documentDate() == null ? null : row.documentDate().toString(),
                    row.reason(),
                    row.sample());
        }
    }

    /** Schema CodeCheck. */
    public record Check(
            String code, boolean free, String fault, Integer level, String other, String takenBy, String parent) {

        public static Check of(CodeCheck check) {
            return new Check(
                    check.code(),
                    check.free(),
                    Constants.of(check.fault()),
                    check.level() == 0 ? null : check.level(),
                    check.other(),
                    name(check.takenBy()),
                    name(check.parent()));
        }

        private static String name(AgencyView agency) {
            return agency == null ? null : agency.name();
        }
    }

    /** Schema NewAlias. */
    public record NewAlias(String alias, Integer days, String note) {}

    /** Schema AgencyVersion. */
    public record Version(
            String code,
            String codeQd20,
            String name,
            String shortName,
            int level,
            String kind,
            String area,
            String parent,
            String state,
            String ended,
            Instant since,
            Instant until) {

        public static Version of(AgencyRow row) {
            return new Version(
                    row.code(),
                    row.codeQd20(),
                    row.name(),
                    row.shortName(),
                    row.level(),
                    row.kind(),
                    row.area(),
                    row.parentCode(),
                    Constants.of(row.state()),
                    Constants.of(row.ended()),
                    row.since(),
                    row.until());
        }
    }

    /** Schema AgencyDetails. */
    public record Details(
            Version agency,
            String address,
            String email,
            String telephone,
            String website,
            String contact,
            String zone,
            List<String> path,
            long below) {

        public static Details of(AgencyDetails details) {
            return new Details(
                    Version.of(details.row()),
                    details.address(),
                    details.email(),
                    details.telephone(),
                    details.website(),
                    details.contact(),
                    details.zoneName(),
                    details.path().stream().map(AgencyView::code).toList(),
                    details.children());
        }
    }

    /** Schema AgencyContact. */
    public record Contact(String address, String email, String telephone, String website, String contact, String area) {

        /** What the core takes. */
        public AgencyEdit toEdit() {
            return new AgencyEdit(address, email, telephone, website, contact, area);
        }
    }
}

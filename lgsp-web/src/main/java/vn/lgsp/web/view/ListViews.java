package vn.lgsp.web.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.registry.boundary.AgencyListItem;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.ImportProblem;
import vn.lgsp.registry.boundary.ImportView;
import vn.lgsp.registry.boundary.ZoneView;
import vn.lgsp.registry.boundary.Zones.ZoneData;

/** Lists of agencies and zones as the contract writes them. */
public final class ListViews {
    private ListViews() {}

    /** Schema AgencyListItem. */
    public record Item(
            long revision,
            String code,
            String codeQd20,
            String name,
            String shortName,
            int level,
            String parent,
            String kind,
            String area,
            String address,
            String email,
            String telephone,
            String website,
            String contact,
            String zone,
            String state,
            boolean sample) {

        public static Item of(AgencyListItem item) {
            return new Item(
                    item.revision(),
                    item.code(),
                    item.codeQd20(),
                    item.name(),
                    item.shortName(),
                    item.level(),
                    item.parentCode(),
                    item.kind(),
                    item.area(),
                    item.address(),
                    item.email(),
                    item.telephone(),
                    item.website(),
                    item.contact(),
                    item.zone(),
                    Constants.of(item.state()),
                    item.sample());
        }
    }

    /** Schema NewAgencyImport. */
    public record NewImport(String name) {}

    /** Schema AgencyImportRows. */
    public record Rows(List<Row> rows) {}

    /** Schema AgencyImportRow. */
    public record Row(
            Integer position,
            String code,
            String codeQd20,
            String name,
            String shortName,
            String parent,
            String kind,
            String area,
            String address,
            String email,
            String telephone,
            String website,
            String contact,
            String zone) {

        /** What the core takes. */
        public AgencyListRow toRow() {
            return new AgencyListRow(
                    position == null ? 0 : position,
                    code,
                    codeQd20,
                    name,
                    shortName,
                    parent,
                    kind,
                    area,
                    address,
                    email,
                    telephone,
                    website,
                    contact,
                    zone);
        }
    }

    /** Schema AgencyImport. */
    public record Import(
            UUID id,
            String name,
            String orderedBy,
            String state,
            int total,
            int added,
            int changed,
            int unchanged,
            int different,
            int faulty,
            int done,
            int refused,
            Instant createdAt,
            Instant endedAt) {

        public static Import of(ImportView view) {
            return new Import(
                    view.id(),
                    view.name(),
                    view.orderedBy(),
                    Constants.of(view.state()),
                    view.total(),
                    view.added(),
                    view.changed(),
                    view.unchanged(),
                    view.different(),
                    view.faulty(),
                    view.done(),
                    view.refused(),
                    view.createdAt(),
                    view.endedAt());
        }
    }

    /** Schema AgencyImportProblem. */
    public record Problem(int position, String field, String reason, boolean error, String value) {
        public static Problem of(ImportProblem problem) {
            return new Problem(problem.position(), problem.field(), problem.reason(), problem.error(), problem.value());
        }
    }

    /** Schema Zone. */
    public record Zone(String code, String name, boolean external, String gateway, boolean closed, int agencies) {
        public static Zone of(ZoneView zone) {
            return new Zone(zone.code(), zone.name(), zone.external(), zone.gateway(), zone.closed(), zone.agencies());
        }
    }

    /** Schema ZoneInput. */
    public record ZoneInput(String code, String name, Boolean external, String gateway) {
        /** What the core takes. */
        public ZoneData toData() {
            return new ZoneData(code, name, Boolean.TRUE.equals(external), gateway);
        }
    }

    /** Schema ZoneAssignment. */
    public record Assignment(String zone) {}
}

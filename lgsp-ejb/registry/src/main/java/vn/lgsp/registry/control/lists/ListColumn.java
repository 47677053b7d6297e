package vn.lgsp.registry.control.lists;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lgsp.registry.boundary.AgencyListItem;
import vn.lgsp.registry.boundary.AgencyListRow;

/** The columns of a list, in the order of the template; files that are read may have them in any order. */
enum ListColumn {
    CODE("code", AgencyListItem::code),
    CODE_QD20("codeQd20", AgencyListItem::codeQd20),
    NAME("name", AgencyListItem::name),
    SHORT_NAME("shortName", AgencyListItem::shortName),
    PARENT("parent", AgencyListItem::parentCode),
    KIND("kind", AgencyListItem::kind),
    AREA("area", AgencyListItem::area),
    ADDRESS("address", AgencyListItem::address),
    EMAIL("email", AgencyListItem::email),
    TELEPHONE("telephone", AgencyListItem::telephone),
    WEBSITE("website", AgencyListItem::website),
    CONTACT("contact", AgencyListItem::contact),
    ZONE("zone", AgencyListItem::zone);

    private final String head;
    private final Function<AgencyListItem, String> value;

    ListColumn(String head, Function<AgencyListItem, String> value) {
        this.head = head;
        this.value = value;
    }

    /** What stands at its head. */
    String head() {
        return head;
    }

    /** What an agency has in it; may be null. */
    String of(AgencyListItem agency) {
        return value.apply(agency);
    }

    static Optional<ListColumn> byHead(String head) {
        return Arrays.stream(values())
                .filter(column -> column.head.equals(head))
                .findFirst();
    }

    static List<String> heads() {
        return Arrays.stream(values()).map(ListColumn::head).toList();
    }

    /** A row out of what stands in each column, null for nothing. */
    static AgencyListRow row(int position, Function<ListColumn, String> cell) {
        return new AgencyListRow(
                position,
                cell.apply(CODE),
                cell.apply(CODE_QD20),
                cell.apply(NAME),
                cell.apply(SHORT_NAME),
                cell.apply(PARENT),
                cell.apply(KIND),
                cell.apply(AREA),
                cell.apply(ADDRESS),
                cell.apply(EMAIL),
                cell.apply(TELEPHONE),
                cell.apply(WEBSITE),
                cell.apply(CONTACT),
                cell.apply(ZONE));
    }
}

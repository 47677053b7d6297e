package vn.lgsp.registry.boundary;

import java.util.List;

/**
 * A page of agencies by their code of QĐ 20/2020.
 *
 * @param items may be empty although others follow
 * @param next where the next page begins; null at the end
 */
public record AgencyListPage(List<AgencyListItem> items, String next) {}

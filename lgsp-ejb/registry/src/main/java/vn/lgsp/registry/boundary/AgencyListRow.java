package vn.lgsp.registry.boundary;

/**
 * One row of a list of agencies from outside, as it was written: nothing of it is checked. Each text may be null or empty; an empty text
 * leaves what the platform knows as it is.
 *
 * @param position where it stands in the list, from 1
 * @param code of either form
 * @param codeQd20 of QĐ 20/2020; where it is empty the rule proposes it
 * @param parent code of the agency above, of either form; may be one of the same list
 * @param zone code of the zone
 */
public record AgencyListRow(
        int position,
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
        String zone) {}

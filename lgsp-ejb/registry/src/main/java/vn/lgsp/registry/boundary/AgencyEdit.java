package vn.lgsp.registry.boundary;

/**
 * How an agency is reached and where it stands on the map; each may be null. Name, code and place in the tree change by reorganisation.
 *
 * @param address at most 250 characters
 * @param email at most 100, an address
 * @param telephone at most 60
 * @param website at most 100, begins with http:// or https://
 * @param contact whom to ask, at most 200
 * @param area địa bàn, at most 100
 */
public record AgencyEdit(String address, String email, String telephone, String website, String contact, String area) {}

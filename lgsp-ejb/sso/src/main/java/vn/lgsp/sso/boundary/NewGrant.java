package vn.lgsp.sso.boundary;

import vn.lgsp.model.account.Role;

/**
 * A role to give.
 *
 * @param agencyCode the agency in which, and below which, it counts; in either form
 */
public record NewGrant(Role role, String agencyCode) {}

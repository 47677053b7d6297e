package vn.lgsp.sso.boundary;

import vn.lgsp.model.Staff;

/**
 * A session that has just begun.
 *
 * @param token what the browser shows from now on; it cannot be had again
 * @param staff who signed in
 */
public record NewSession(String token, Staff staff) {
    @Override
    public String toString() {
        return "NewSession[" + staff.accountId() + "]";
    }
}

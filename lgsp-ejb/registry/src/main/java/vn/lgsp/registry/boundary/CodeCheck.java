package vn.lgsp.registry.boundary;

import vn.lgsp.model.registry.AgencyCode;

/**
 * What stands against issuing a code.
 *
 * @param code as it would be issued: blanks and small letters mended
 * @param fault why it is malformed; null when it is not
 * @param level 1–9; 0 when it is malformed
 * @param other what the other form would be by the rule; null when the rule cannot say it
 * @param takenBy the agency that has or had it; null when it is free
 * @param parent the agency that the level above belongs to; null when there is none, or the code is of level 1
 */
public record CodeCheck(
        String code, AgencyCode.Fault fault, int level, String other, AgencyView takenBy, AgencyView parent) {

    /** Whether it may be issued. */
    public boolean free() {
        return fault == null && takenBy == null;
    }
}

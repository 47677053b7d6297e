package vn.lgsp.portal.agencies;

import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.IdentifierCode;

/** The colours that go with the states of agencies and codes. */
final class AgencyTones {
    private AgencyTones() {}

    static String of(Agency.State state) {
        return switch (state) {
            case ACTIVE -> "done";
            case LOCKED -> "attention";
            case CLOSED -> "stopped";
        };
    }

    static String of(IdentifierCode.State state) {
        return switch (state) {
            case ACTIVE -> "done";
            case LOCKED -> "attention";
            case CLOSED -> "stopped";
        };
    }
}

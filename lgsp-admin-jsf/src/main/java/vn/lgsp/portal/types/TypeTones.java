package vn.lgsp.portal.types;

import vn.lgsp.model.registry.VersionState;

/** The colour of a version's state. */
final class TypeTones {
    private TypeTones() {}

    static String of(VersionState state) {
        return switch (state) {
            case DRAFT -> "attention";
            case PUBLISHED -> "done";
            case DEPRECATED -> "running";
            case RETIRED -> "stopped";
        };
    }
}

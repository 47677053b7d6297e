package vn.lgsp.portal.applications;

import vn.lgsp.model.registry.Application;

/** The colour of an application's state. */
public final class ApplicationTones {
    private ApplicationTones() {}

    public static String of(Application.State state) {
        return switch (state) {
            case REGISTERED -> "attention";
            case APPROVED -> "running";
            case ACTIVE -> "done";
            case SUSPENDED -> "error";
            case RETIRED -> "stopped";
        };
    }
}

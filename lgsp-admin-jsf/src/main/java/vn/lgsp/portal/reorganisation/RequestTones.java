package vn.lgsp.portal.reorganisation;

import vn.lgsp.model.registry.ReorganisationState;

/** The tones in which the states of requests and the fates of agencies are shown. */
final class RequestTones {
    private RequestTones() {}

    static String of(ReorganisationState state) {
        return switch (state) {
            case DRAFT, SUBMITTED, ACCEPTED, APPROVED -> "running";
            case RETURNED -> "attention";
            case APPLIED -> "done";
            case REFUSED, FAILED -> "error";
            case CANCELLED, UNDONE -> "stopped";
        };
    }

    /** {@code kind} of a change of an agency. */
    static String ofChange(String kind) {
        return switch (kind) {
            case "CREATED", "REVIVED" -> "done";
            case "CHANGED" -> "running";
            default -> "stopped";
        };
    }
}

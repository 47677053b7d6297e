package vn.lgsp.portal.undeliverable;

import vn.lgsp.routing.boundary.UndeliverableView;

/** The tones of entries: what waits for a decision stands out. */
final class UndeliverableTones {
    private UndeliverableTones() {}

    static String of(UndeliverableView entry) {
        return switch (entry.stand()) {
            case OPEN -> entry.state().isFinal() ? "error" : "attention";
            case WAITING -> "running";
            case CLOSED -> "stopped";
        };
    }
}

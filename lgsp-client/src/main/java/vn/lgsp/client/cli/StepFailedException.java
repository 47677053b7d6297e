package vn.lgsp.client.cli;

import vn.lgsp.client.LgspException;

/** Ends a command: this step did not work. */
final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String step;

    StepFailedException(String step, LgspException cause) {
        super(cause);
        this.step = step;
    }

    String step() {
        return step;
    }

    LgspException failure() {
        return (LgspException) getCause();
    }
}

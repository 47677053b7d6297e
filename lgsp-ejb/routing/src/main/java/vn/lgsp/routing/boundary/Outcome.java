package vn.lgsp.routing.boundary;

import vn.lgsp.model.error.LgspException;

/**
 * What became of one item of a request for many: done or refused, whatever became of the others.
 *
 * @param done null when it was refused
 * @param refusal null when it was done
 */
public record Outcome<T>(T done, LgspException refusal) {
    public static <T> Outcome<T> of(T done) {
        return new Outcome<>(done, null);
    }

    public static <T> Outcome<T> refused(LgspException refusal) {
        return new Outcome<>(null, refusal);
    }
}

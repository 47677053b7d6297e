package vn.lgsp.model.packet;

import java.util.Locale;
import java.util.Set;

/**
 * A state of one of the three lifecycles. Each enum names its successors in one place; PostgreSQL holds the same table and refuses what is
 * not in it (migration V004).
 *
 * @param <S> the enum itself
 */
public interface Lifecycle<S extends Enum<S> & Lifecycle<S>> {

    /** Where it may go from here; empty for a final state. */
    Set<S> next();

    /** The clause of the regulation that the arrival in this state fulfils, e.g. {@code 8.2}. */
    String clause();

    /** The name of the constant. */
    String name();

    /** Says whether nothing can follow. */
    default boolean isFinal() {
        return next().isEmpty();
    }

    /** Says whether the step is in the table. */
    default boolean mayBecome(S state) {
        return next().contains(state);
    }

    /** The state as the interface writes it, e.g. {@code granted}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

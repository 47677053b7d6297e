package vn.lgsp.model.authentication;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may be used for; a key that leaks opens no more than it needed (phạm vi của khóa). */
public enum KeyScope {
    /** Sending packets (Điều 8). */
    SEND,
    /** Receiving packets (Điều 9). */
    RECEIVE,
    /** Hearing events (Điều 4.5). */
    EVENTS,
    /** Calling other services, and having such calls verified (Điều 10). */
    ACCESS;

    private static final Set<KeyScope> ALL = Set.of(values());

    /** As it is written outside, e.g. {@code send}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a code; empty when there is none. */
    public static Optional<KeyScope> of(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    /** Every scope: what a key has unless it is restricted. */
    public static Set<KeyScope> all() {
        return ALL;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param text codes separated by blanks; null for every scope
     * @return unmodifiable, never empty
     */
    public static Set<KeyScope> read(String text) {
        return text == null
                ? ALL
                : Arrays.stream(text.split(" "))
                        .map(code -> of(code).orElseThrow(() -> new IllegalArgumentException("no scope: " + code)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Writes scopes for the database: null when there is no restriction. */
    public static String write(Set<KeyScope> scopes) {
        return scopes.containsAll(ALL)
                ? null
                : EnumSet.copyOf(scopes).stream().map(KeyScope::code).collect(Collectors.joining(" "));
    }
}

package vn.lgsp.portal.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lgsp.authentication.boundary.KeyState;
import vn.lgsp.authentication.boundary.KeyView;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Texts;

/** How keys are put into words. */
final class KeyWords {
    /** The algorithms that keys may be registered for, as RFC 9421 names them; the usual one first. */
    static final List<String> ALGORITHMS =
            List.of("hmac-sha256", "ed25519", "ecdsa-p256-sha256", "rsa-pss-sha512", "rsa-v1_5-sha256");

    private KeyWords() {}

    static String tone(KeyState state) {
        return switch (state) {
            case ACTIVE -> "done";
            case OVERLAPPING -> "attention";
            case EXPIRED -> "stopped";
            case REVOKED -> "error";
        };
    }

    /** What people call it; the end of its access key where it has no name. */
    static String name(KeyView key) {
        return key.name().isEmpty() ? "…" + key.hint() : key.name();
    }

    static String algorithm(Texts texts, String label) {
        return texts.get("key-algorithm." + label);
    }

    static String scopes(Texts texts, Set<KeyScope> scopes) {
        return scopes.containsAll(KeyScope.all())
                ? texts.get("key.scopes.all")
                : scopes.stream()
                        .sorted()
                        .map(scope -> texts.of("key-scope", scope))
                        .collect(Collectors.joining(", "));
    }

    static List<Choice> algorithms(Texts texts) {
        return ALGORITHMS.stream()
                .map(label -> new Choice(label, algorithm(texts, label)))
                .toList();
    }

    static List<KeyForm.Tick> scopeTicks(Texts texts, Set<KeyScope> chosen) {
        return Arrays.stream(KeyScope.values())
                .map(scope -> new KeyForm.Tick(scope.name(), texts.of("key-scope", scope), chosen.contains(scope)))
                .toList();
    }
}

package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.SignatureExplanation.Slip;
import vn.lgsp.authentication.boundary.SignedRequest;

/**
 * Tries the mistakes that programs make when they sign, alone and two at a time, until one explains the signature. Each trial is one MAC over a
 * short text.
 */
final class Slips {
    private static final Pattern PREFIX = Pattern.compile("^lgsp_(test|live)_sk_");
    private static final int CHECK = 6;

    private final SignedRequest request;
    private final Algorithm algorithm;
    private final Claim claim;

    Slips(SignedRequest request, Algorithm algorithm, Claim claim) {
        this.request = request;
        this.algorithm = algorithm;
        this.claim = claim;
    }

    /** The fewest mistakes that explain the signature; empty when none of those tried does. */
    Optional<List<Slip>> find(byte[] secret) {
        var texts = texts();
        for (var entry : secrets(secret).entrySet()) {
            var derived = claim.derivation().key(entry.getValue());
            try {
                var found = find(texts, derived, entry.getKey())
                        .or(() -> Arrays.equals(derived, entry.getValue())
                                ? Optional.empty()
                                : find(texts, entry.getValue(), and(entry.getKey(), Slip.KEY_NOT_DERIVED)));
                if (found.isPresent()) {
                    return found;
                }
            } finally {
                Arrays.fill(derived, (byte) 0);
                Arrays.fill(entry.getValue(), (byte) 0);
            }
        }
        return Optional.empty();
    }

    private Optional<List<Slip>> find(Map<String, List<Slip>> texts, byte[] key, List<Slip> ofKey) {
        return texts.entrySet().stream()
                .filter(text -> algorithm.verify(
                        key, claim.framing().of(text.getKey().getBytes(ISO_8859_1)), claim.signature()))
                .findFirst()
                .map(text -> {
                    var slips = new ArrayList<>(text.getValue());
                    slips.addAll(ofKey);
                    return List.copyOf(slips);
                });
    }

    private static List<Slip> and(List<Slip> slips, Slip another) {
        var all = new ArrayList<>(slips);
        all.add(another);
        return all;
    }

    /** Each text with the mistakes that lead to it, fewest first. */
    private Map<String, List<Slip>> texts() {
        var changes = SlipChanges.of(claim.scheme(), request);
        Map<String, List<Slip>> texts = new LinkedHashMap<>();
        var right = claim.texts().stream()
                .map(input -> new String(input, ISO_8859_1))
                .toList();
        right.forEach(text -> texts.put(text, List.of()));
        for (var text : right) {
            for (var change : changes) {
                texts.putIfAbsent(change.of().apply(text), List.of(change.slip()));
            }
        }
        for (var text : right) {
            for (var first : changes) {
                for (var second : changes) {
                    if (first.slip() != second.slip()) {
                        texts.putIfAbsent(
                                second.of().apply(first.of().apply(text)), List.of(first.slip(), second.slip()));
                    }
                }
            }
        }
        return texts;
    }

    private static Map<List<Slip>, byte[]> secrets(byte[] secret) {
        var text = new String(secret, US_ASCII);
        var bare = PREFIX.matcher(text).replaceFirst("");
        Map<List<Slip>, byte[]> secrets = new LinkedHashMap<>();
        secrets.put(List.of(), secret.clone());
        secrets.put(List.of(Slip.SECRET_WITH_LINE_BREAK), (text + "\n").getBytes(US_ASCII));
        secrets.put(List.of(Slip.SECRET_WITHOUT_PREFIX), bare.getBytes(US_ASCII));
        if (bare.length() > CHECK) {
            try {
                secrets.put(
                        List.of(Slip.SECRET_DECODED),
                        Base64.getUrlDecoder().decode(bare.substring(0, bare.length() - CHECK)));
            } catch (IllegalArgumentException e) {
                // Not of the form that would tempt anybody to decode it.
            }
        }
        return secrets;
    }
}

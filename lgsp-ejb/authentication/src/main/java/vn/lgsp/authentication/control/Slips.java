package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern TARGET = Pattern.compile("(?m)^(\"@target-uri\": )(https?)://([^/\\n]*)([^\\n]*)$");
    private static final Pattern METHOD = Pattern.compile("(?m)^(\"@method\": )(.*)$");
    private static final Pattern LAST = Pattern.compile("\\n\"@signature-params\": [^\\n]*$");
    private static final Pattern PREFIX = Pattern.compile("^lgsp_(test|live)_sk_");
    private static final int CHECK = 6;

    /** Something that may have been done to the text. */
    private record Change(Slip slip, UnaryChange of) {}

    /** Another text, or the same when the mistake makes no difference here. */
    private interface UnaryChange {
        String apply(String text);
    }

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
            var key = claim.derivation().key(entry.getValue());
            try {
                for (var text : texts.entrySet()) {
                    if (algorithm.verify(key, text.getKey().getBytes(ISO_8859_1), claim.signature())) {
                        var slips = new ArrayList<>(text.getValue());
                        slips.addAll(entry.getKey());
                        return Optional.of(List.copyOf(slips));
                    }
                }
            } finally {
                Arrays.fill(key, (byte) 0);
                Arrays.fill(entry.getValue(), (byte) 0);
            }
        }
        return Optional.empty();
    }

    /** Each text with the mistakes that lead to it, fewest first. */
    private Map<String, List<Slip>> texts() {
        var changes = changes();
        Map<String, List<Slip>> texts = new LinkedHashMap<>();
        var right = claim.signingInputs().stream()
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

    private List<Change> changes() {
        var host = request.value("host").orElse("");
        return List.of(
                new Change(Slip.OTHER_PROTOCOL, text -> TARGET.matcher(text)
                        .replaceFirst(found -> literal(found.group(1)
                                + (found.group(2).equals("http") ? "https" : "http")
                                + "://"
                                + found.group(3)
                                + found.group(4)))),
                new Change(Slip.OTHER_HOST, text -> TARGET.matcher(text)
                        .replaceFirst(
                                found -> literal(found.group(1) + found.group(2) + "://" + host + found.group(4)))),
                new Change(Slip.QUERY_LEFT_OUT, text -> TARGET.matcher(text)
                        .replaceFirst(found -> literal(found.group().replaceFirst("\\?.*$", "")))),
                new Change(Slip.ENCODING_UNDONE, text -> TARGET.matcher(text)
                        .replaceFirst(found -> literal(decoded(found.group())))),
                new Change(Slip.METHOD_IN_LOWER_CASE, text -> METHOD.matcher(text)
                        .replaceFirst(
                                found -> literal(found.group(1) + found.group(2).toLowerCase(Locale.ROOT)))),
                new Change(Slip.PARAMETERS_LEFT_OUT, text -> LAST.matcher(text).replaceFirst("")),
                new Change(Slip.CRLF, text -> text.replace("\n", "\r\n")),
                new Change(Slip.LINE_BREAK_AT_END, text -> text + "\n"),
                new Change(Slip.LINE_BREAK_AT_END, text -> text + "\r\n"));
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

    private static String decoded(String line) {
        try {
            return new String(URLDecoder.decode(line.replace("+", "%2B"), UTF_8).getBytes(UTF_8), ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return line;
        }
    }

    private static String literal(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }
}

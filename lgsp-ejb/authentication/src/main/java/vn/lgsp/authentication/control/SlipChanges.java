package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lgsp.authentication.boundary.SignatureExplanation.Slip;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.LgspException;

/** What programs do to the canonical text by mistake, by scheme: from the right text each makes the one that was signed. */
final class SlipChanges {
    private static final Pattern TARGET = Pattern.compile("(?m)^(\"@target-uri\": )(https?)://([^/\\n]*)([^\\n]*)$");
    private static final Pattern METHOD = Pattern.compile("(?m)^(\"@method\": )(.*)$");
    private static final Pattern LAST = Pattern.compile("\\n\"@signature-params\": [^\\n]*$");
    private static final Pattern AWS_HOST = Pattern.compile("(?m)^host:.*$");
    private static final Pattern AWS_PAYLOAD = Pattern.compile("\\n[^\\n]*$");
    private static final Pattern AWS_TARGET = Pattern.compile("^([^\\n]*\\n)([^\\n]*)\\n([^\\n]*)(?=\\n)");
    private static final Pattern OAUTH =
            Pattern.compile("^([^&]*)&(https?)%3A%2F%2F((?:(?!%2F)[^&])*)([^&]*)&([^&]*)$");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    /** Something that may have been done to the text; it answers the same text when the mistake makes no difference. */
    record Change(Slip slip, UnaryOperator<String> of) {}

    private SlipChanges() {}

    /** The mistakes that are possible in a scheme. */
    static List<Change> of(SignatureScheme scheme, SignedRequest request) {
        var changes = new ArrayList<>(
                switch (scheme) {
                    case MESSAGE_SIGNATURE -> messageSignature(request);
                    case SIGNATURE_V4 -> signatureV4(request);
                    case OAUTH1 -> oauth1(request);
                    case ACCESS_TOKEN_HEADER, SESSION_TOKEN, CLIENT_ASSERTION -> List.<Change>of();
                });
        if (!changes.isEmpty()) {
            changes.add(new Change(Slip.CRLF, text -> text.replace("\n", "\r\n")));
            changes.add(new Change(Slip.LINE_BREAK_AT_END, text -> text + "\n"));
            changes.add(new Change(Slip.LINE_BREAK_AT_END, text -> text + "\r\n"));
        }
        return List.copyOf(changes);
    }

    private static List<Change> messageSignature(SignedRequest request) {
        var host = request.value("host").orElse("");
        return List.of(
                new Change(
                        Slip.OTHER_PROTOCOL,
                        target(found ->
                                found.group(1) + other(found.group(2)) + "://" + found.group(3) + found.group(4))),
                new Change(
                        Slip.OTHER_HOST,
                        target(found -> found.group(1) + found.group(2) + "://" + host + found.group(4))),
                new Change(Slip.QUERY_LEFT_OUT, target(found -> found.group().replaceFirst("\\?.*$", ""))),
                new Change(Slip.ENCODING_UNDONE, target(found -> decoded(found.group()))),
                new Change(
                        Slip.METHOD_IN_LOWER_CASE,
                        replacing(
                                METHOD, found -> found.group(1) + found.group(2).toLowerCase(Locale.ROOT))),
                new Change(Slip.PARAMETERS_LEFT_OUT, replacing(LAST, found -> "")));
    }

    private static List<Change> signatureV4(SignedRequest request) {
        var host = request.value("host").orElse("");
        var emptyBody = AwsPayload.hex(new byte[0]);
        return List.of(
                new Change(Slip.OTHER_HOST, replacing(AWS_HOST, found -> "host:" + host)),
                new Change(Slip.OTHER_HOST, replacing(AWS_HOST, found -> PORT.matcher(found.group())
                        .replaceFirst(""))),
                new Change(Slip.QUERY_LEFT_OUT, replacing(AWS_TARGET, found -> found.group(1) + found.group(2) + "\n")),
                new Change(
                        Slip.ENCODING_UNDONE,
                        replacing(
                                AWS_TARGET,
                                found -> found.group(1) + decoded(found.group(2)) + "\n" + decoded(found.group(3)))),
                new Change(
                        Slip.METHOD_IN_LOWER_CASE,
                        replacing(
                                AWS_TARGET,
                                found -> found.group(1).toLowerCase(Locale.ROOT) + found.group(2) + "\n"
                                        + found.group(3))),
                new Change(Slip.BODY_LEFT_OUT, replacing(AWS_PAYLOAD, found -> "\n" + emptyBody)),
                new Change(Slip.BODY_LEFT_OUT, replacing(AWS_PAYLOAD, found -> "\nUNSIGNED-PAYLOAD")));
    }

    private static List<Change> oauth1(SignedRequest request) {
        var host = PercentEncoding.encode(request.value("host").orElse("").getBytes(ISO_8859_1));
        var query = query(request);
        return List.of(
                new Change(Slip.OTHER_PROTOCOL, oauth((part, found) -> part == 2 ? other(found) : found)),
                new Change(Slip.OTHER_HOST, oauth((part, found) -> part == 3 ? host : found)),
                new Change(
                        Slip.METHOD_IN_LOWER_CASE,
                        oauth((part, found) -> part == 1 ? found.toLowerCase(Locale.ROOT) : found)),
                new Change(
                        Slip.QUERY_LEFT_OUT,
                        oauth((part, found) -> part == 5 ? without(found, query::contains) : found)),
                new Change(
                        Slip.BODY_LEFT_OUT,
                        oauth((part, found) -> part == 5
                                ? without(found, pair -> !pair.startsWith("oauth_") && !query.contains(pair))
                                : found)));
    }

    /** Changes one part of a base string: 1 method, 2 protocol, 3 host, 4 path, 5 parameters. */
    private interface Part {
        String of(int part, String found);
    }

    private static UnaryOperator<String> oauth(Part change) {
        return replacing(
                OAUTH,
                found -> change.of(1, found.group(1)) + "&" + change.of(2, found.group(2)) + "%3A%2F%2F"
                        + change.of(3, found.group(3)) + found.group(4) + "&" + change.of(5, found.group(5)));
    }

    private static List<String> query(SignedRequest request) {
        try {
            return Parameter.read(request.query(), "query").stream()
                    .map(parameter -> parameter.name() + "=" + parameter.value())
                    .toList();
        } catch (LgspException e) {
            return List.of();
        }
    }

    private static String without(String encodedParameters, Predicate<String> leftOut) {
        var parameters = URLDecoder.decode(encodedParameters, UTF_8);
        var left = Arrays.stream(parameters.split("&")).filter(leftOut.negate()).collect(Collectors.joining("&"));
        return PercentEncoding.encode(left.getBytes(UTF_8));
    }

    private static UnaryOperator<String> target(java.util.function.Function<MatchResult, String> change) {
        return replacing(TARGET, change);
    }

    private static UnaryOperator<String> replacing(
            Pattern what, java.util.function.Function<MatchResult, String> change) {
        return text -> what.matcher(text).replaceFirst(found -> Matcher.quoteReplacement(change.apply(found)));
    }

    private static String other(String protocol) {
        return protocol.equals("http") ? "https" : "http";
    }

    private static String decoded(String line) {
        try {
            return new String(URLDecoder.decode(line.replace("+", "%2B"), UTF_8).getBytes(UTF_8), ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return line;
        }
    }
}

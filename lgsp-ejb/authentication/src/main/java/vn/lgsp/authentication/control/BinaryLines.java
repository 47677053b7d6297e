package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a header wrapped as byte sequences (RFC 9421 section 2.1.3), for fields whose lines must not be joined with commas. */
final class BinaryLines {
    private BinaryLines() {}

    static String wrap(List<String> lines) {
        return lines.stream()
                .map(line -> ":" + Base64.getEncoder().encodeToString(line.getBytes(ISO_8859_1)) + ":")
                .collect(Collectors.joining(", "));
    }
}

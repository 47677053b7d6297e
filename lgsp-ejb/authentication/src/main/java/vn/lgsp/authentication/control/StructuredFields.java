package vn.lgsp.authentication.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

/**
 * Reads dictionaries of structured fields (RFC 8941) more strictly than the RFC asks. There, of two members or parameters with one name
 * the last wins; here both are refused, so that nobody can read another value than the one verified. It is noticed by writing the parsed
 * dictionary again: what is missing then was given twice. Numbers and Base64 that are not in their canonical form are refused by the way.
 */
final class StructuredFields {
    private StructuredFields() {}

    /**
     * Reads a dictionary from the lines of a header.
     *
     * @param maxLength of all lines together, characters
     * @return the members in order; empty when it is not a dictionary, is too long or names something twice
     */
    static Optional<Map<String, ListElement<? extends Object>>> dictionary(List<String> lines, int maxLength) {
        if (lines.stream().mapToInt(String::length).sum() > maxLength) {
            return Optional.empty();
        }
        var text = String.join(", ", lines);
        try {
            var dictionary = Parser.parseDictionary(text);
            return withoutSpace(dictionary.serialize()).equals(withoutSpace(text))
                    ? Optional.of(dictionary.get())
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Leaves out optional white space, which stands outside of strings only. */
    private static String withoutSpace(String text) {
        var out = new StringBuilder(text.length());
        var inString = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (inString && c == '\\' && i + 1 < text.length()) {
                out.append(c).append(text.charAt(++i));
            } else if (inString || c != ' ' && c != '\t') {
                inString = c == '"' ? !inString : inString;
                out.append(c);
            }
        }
        return out.toString();
    }
}

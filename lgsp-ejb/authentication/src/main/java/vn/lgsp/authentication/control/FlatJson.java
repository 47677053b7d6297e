package vn.lgsp.authentication.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object whose members are strings, numbers, true, false or null, before anybody is authenticated: nothing nests, so nothing
 * grows deep, and no member may come twice (threat 18).
 */
final class FlatJson {
    private static final int MAX_MEMBERS = 20;
    private static final String SPACE = " \t\r\n";

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /**
     * The members that are strings, by name.
     *
     * @return empty when the text is no such object
     */
    static Optional<Map<String, String>> read(String text) {
        try {
            return Optional.of(new FlatJson(text).object());
        } catch (NotJson e) {
            return Optional.empty();
        }
    }

    private static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        NotJson() {
            super(null, null, false, false);
        }
    }

    private Map<String, String> object() throws NotJson {
        var strings = new LinkedHashMap<String, String>();
        var seen = new java.util.HashSet<String>();
        expect('{');
        if (!skip('}')) {
            do {
                space();
                var name = string();
                if (!seen.add(name) || seen.size() > MAX_MEMBERS) {
                    throw new NotJson();
                }
                expect(':');
                space();
                if (peek() == '"') {
                    strings.put(name, string());
                } else {
                    scalar();
                }
            } while (skip(','));
            expect('}');
        }
        space();
        if (at != text.length()) {
            throw new NotJson();
        }
        return strings;
    }

    private String string() throws NotJson {
        if (next() != '"') {
            throw new NotJson();
        }
        var out = new StringBuilder();
        for (var c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw new NotJson();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() throws NotJson {
        return switch (next()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJson();
        };
    }

    private char unicode() throws NotJson {
        var value = 0;
        for (var i = 0; i < 4; i++) {
            var digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw new NotJson();
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    /** A number or a word; what it says does not matter. */
    private void scalar() throws NotJson {
        var from = at;
        while (at < text.length() && ",} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (!text.substring(from, at).matches("true|false|null|-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?")) {
            throw new NotJson();
        }
    }

    private char peek() throws NotJson {
        if (at >= text.length()) {
            throw new NotJson();
        }
        return text.charAt(at);
    }

    private char next() throws NotJson {
        var c = peek();
        at++;
        return c;
    }

    private boolean skip(char wanted) throws NotJson {
        space();
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) throws NotJson {
        if (!skip(wanted)) {
            throw new NotJson();
        }
    }

    private void space() {
        while (at < text.length() && SPACE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}

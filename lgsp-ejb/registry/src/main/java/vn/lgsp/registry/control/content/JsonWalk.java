package vn.lgsp.registry.control.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Goes through a JSON document token by token and knows where it is; nothing is held but the way from the root (threat 18). */
final class JsonWalk {
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_NUMBER = 100;

    private JsonWalk() {}

    /** Where a value stands. */
    interface Place {
        /** As JSON Pointer (RFC 6901); empty for the root. */
        String pointer();

        /** As rules name it: every place of an array is {@code *}. */
        String names();

        int line();

        int column();
    }

    /** Takes what is met on the way. */
    interface Visitor {
        /**
         * Takes a value; an object or array when it begins.
         *
         * @param text null where it is neither string nor number
         * @return whether to go on
         */
        boolean value(JsonToken token, String text, Place place);

        /** Takes what is wrong with the form of the document; the walk ends there. */
        void broken(String reason, Place place, String detail);
    }

    /** Text that is read strictly: no member twice, no name or text beyond its bound, no deep nesting. */
    static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.valueChars())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }

    /** Goes through a document until it ends or the visitor has enough. */
    static void through(char[] text, Limits limits, Visitor visitor) {
        try (JsonParser parser = factory(limits).createParser(text)) {
            new Walk(parser, visitor).go();
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot fail to be read", e);
        }
    }

    private static final class Walk implements Place {
        private final JsonParser parser;
        private final Visitor visitor;
        private final Deque<Level> levels = new ArrayDeque<>();
        private Level here = new Level("", "", false);
        private JsonLocation location = JsonLocation.NA;

        Walk(JsonParser parser, Visitor visitor) {
            this.parser = parser;
            this.visitor = visitor;
        }

        private static final class Level {
            private final String pointer;
            private final String names;
            private final boolean array;
            private int next;
            private String name;

            Level(String pointer, String names, boolean array) {
                this.pointer = pointer;
                this.names = names;
                this.array = array;
            }
        }

        void go() throws IOException {
            try {
                boolean more = true;
                boolean rootSeen = false;
                for (JsonToken token = parser.nextToken(); token != null && more; token = parser.nextToken()) {
                    location = parser.currentTokenLocation();
                    if (levels.isEmpty() && rootSeen) {
                        visitor.broken(HardXml.MALFORMED, this, "more than one value");
                        return;
                    }
                    more = step(token);
                    rootSeen = true;
                }
                if (!rootSeen) {
                    visitor.broken(HardXml.MALFORMED, this, "no value");
                }
            } catch (StreamConstraintsException beyond) {
                at(beyond);
                boolean deep = String.valueOf(beyond.getMessage()).contains("depth");
                visitor.broken(deep ? "content-depth" : "content-value", this, null);
            } catch (JsonProcessingException broken) {
                at(broken);
                boolean twice = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate");
                visitor.broken(twice ? "content-duplicate" : HardXml.MALFORMED, this, broken.getOriginalMessage());
            }
        }

        private void at(JsonProcessingException problem) {
            if (problem.getLocation() != null) {
                location = problem.getLocation();
            }
        }

        private boolean step(JsonToken token) throws IOException {
            switch (token) {
                case FIELD_NAME:
                    levels.peek().name = parser.currentName();
                    if (Surrogates.lone(parser.currentName())) {
                        return broken("content-surrogate");
                    }
                    return true;
                case END_OBJECT, END_ARRAY:
                    here = levels.pop();
                    return true;
                case START_OBJECT, START_ARRAY:
                    enter();
                    boolean more = visitor.value(token, null, this);
                    levels.push(new Level(here.pointer, here.names, token == JsonToken.START_ARRAY));
                    return more;
                case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT:
                    enter();
                    return beyond(parser.getText())
                            ? broken("content-number")
                            : visitor.value(token, parser.getText(), this);
                case VALUE_STRING:
                    enter();
                    return Surrogates.lone(parser.getText())
                            ? broken("content-surrogate")
                            : visitor.value(token, parser.getText(), this);
                default:
                    enter();
                    return visitor.value(token, null, this);
            }
        }

        private boolean broken(String reason) {
            visitor.broken(reason, this, null);
            return false;
        }

        /** The place of the value that comes now. */
        private void enter() {
            Level above = levels.peek();
            if (above == null) {
                here = new Level("", "", false);
            } else if (above.array) {
                here = new Level(above.pointer + "/" + above.next++, above.names + "/*", false);
            } else {
                String name = above.name.replace("~", "~0").replace("/", "~1");
                here = new Level(above.pointer + "/" + name, above.names + "/" + name, false);
            }
        }

        /** Numbers that others would read as infinite, or as nothing, or that take for ever to reckon with. */
        private static boolean beyond(String number) {
            double value = Double.parseDouble(number);
            if (value != 0) {
                return Double.isInfinite(value);
            }
            int exponent = number.toLowerCase(Locale.ROOT).indexOf('e');
            String digits = exponent < 0 ? number : number.substring(0, exponent);
            return exponent >= 0 && number.length() - exponent > 5
                    || digits.chars().anyMatch(c -> c >= '1' && c <= '9');
        }

        @Override
        public String pointer() {
            return here.pointer;
        }

        @Override
        public String names() {
            return here.names;
        }

        @Override
        public int line() {
            return location.getLineNr();
        }

        @Override
        public int column() {
            return location.getColumnNr();
        }
    }
}

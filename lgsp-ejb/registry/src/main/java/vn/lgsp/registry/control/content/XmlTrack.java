package vn.lgsp.registry.control.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.DefaultHandler;

/** Knows where in the document the parser is, holds values against code lists, and hands everything on to the schema. */
final class XmlTrack extends DefaultHandler {
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII");
    private static final int LONGEST_CODE = 200;
    private static final int COUNTED_NAMES = 1000;

    private final List<CodeRule> codes;
    private final Limits limits;
    private final Findings findings;
    private final Deque<Level> levels = new ArrayDeque<>();
    private Level root = new Level("", "");
    private ValidatorHandler next;
    private Locator locator;
    private long valueChars;
    private StringBuilder value;

    /** Ends reading where nothing more will be told. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** An element that is open: its path as told, its path as rules name it, and how many of each name it has had. */
    private record Level(String path, String names, Map<String, Integer> children) {
        Level(String path, String names) {
            this(path, names, new HashMap<>());
        }

        Level child(String name) {
            int n = children.size() < COUNTED_NAMES || children.containsKey(name)
                    ? children.merge(name, 1, Integer::sum)
                    : 1;
            return new Level(path + "/" + name + (n > 1 ? "[" + n + "]" : ""), names + "/" + name);
        }
    }

    XmlTrack(List<CodeRule> codes, Limits limits, Findings findings) {
        this.codes = codes;
        this.limits = limits;
        this.findings = findings;
        levels.push(root);
    }

    void next(ValidatorHandler handler) {
        next = handler;
    }

    /** Where the parser is, e.g. {@code /hoSo/ma[2]}; null before the root. */
    String path() {
        String path = levels.peek().path();
        return path.isEmpty() ? null : path;
    }

    int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }

    int column() {
        return locator == null ? 0 : locator.getColumnNumber();
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
        if (next != null) {
            next.setDocumentLocator(where);
        }
    }

    @Override
    public void startDocument() throws SAXException {
        if (next != null) {
            next.startDocument();
        }
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        if (levels.size() == 1) {
            requireEncoding();
        }
        if (levels.size() > limits.depth()) {
            stop("content-depth");
        }
        levels.push(levels.peek().child(local));
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(attributes.getLocalName(i), attributes.getValue(i));
        }
        valueChars = 0;
        value = codes.stream().anyMatch(rule -> rule.path().equals(levels.peek().names())) ? new StringBuilder() : null;
        if (next != null) {
            next.startElement(uri, local, qualified, attributes);
        }
    }

    private void requireEncoding() throws SAXException {
        String encoding = locator instanceof Locator2 two ? two.getEncoding() : null;
        if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
            stop(HardXml.ENCODING);
        }
    }

    private void attribute(String name, String text) throws SAXException {
        if (text.length() > limits.valueChars()) {
            stop("content-value");
        }
        String path = levels.peek().names() + "/@" + name;
        for (CodeRule rule : codes) {
            if (rule.path().equals(path) && !rule.accepts(text)) {
                code(rule, path() + "/@" + name);
            }
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        valueChars += length;
        if (valueChars > limits.valueChars()) {
            stop("content-value");
        }
        if (value != null && value.length() <= LONGEST_CODE) {
            value.append(text, start, Math.min(length, LONGEST_CODE + 1));
        }
        if (next != null) {
            next.characters(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        if (next != null) {
            next.endElement(uri, local, qualified);
        }
        if (value != null) {
            for (CodeRule rule : codes) {
                if (rule.path().equals(levels.peek().names()) && !rule.accepts(value.toString())) {
                    code(rule, path());
                }
            }
        }
        value = null;
        valueChars = 0;
        levels.pop();
    }

    private void code(CodeRule rule, String path) throws SAXException {
        findings.add(CodeRule.REASON, line(), column(), path, rule.list());
        if (findings.full()) {
            throw new Enough();
        }
    }

    private void stop(String reason) throws SAXException {
        findings.add(reason, line(), column(), path(), null);
        throw new Enough();
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (next != null) {
            next.startPrefixMapping(prefix, uri);
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        if (next != null) {
            next.endPrefixMapping(prefix);
        }
    }

    @Override
    public void endDocument() throws SAXException {
        if (next != null) {
            next.endDocument();
        }
    }
}

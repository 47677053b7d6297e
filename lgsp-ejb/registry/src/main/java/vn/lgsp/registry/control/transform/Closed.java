package vn.lgsp.registry.control.transform;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import net.sf.saxon.Configuration;
import net.sf.saxon.expr.StaticContext;
import net.sf.saxon.expr.parser.XPathParser;
import net.sf.saxon.functions.registry.BuiltInFunctionSet;
import net.sf.saxon.functions.registry.XSLT30FunctionSet;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.regex.RegexIterator;
import net.sf.saxon.regex.RegularExpression;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.iter.AtomicIterator;

/**
 * Saxon with every door closed: no function that reads or writes anything outside, no functions of Java, no resolver that finds anything, no
 * regular expression that goes back without end (threats 17, 22).
 */
final class Closed extends Configuration {
    /** What reads from outside, or makes programs that nobody has looked at. */
    private static final Set<String> OUTSIDE = Set.of(
            "available-environment-variables",
            "collection",
            "doc",
            "doc-available",
            "document",
            "environment-variable",
            "function-lookup",
            "json-doc",
            "load-xquery-module",
            "parse-xml",
            "parse-xml-fragment",
            "stream-available",
            "transform",
            "unparsed-text",
            "unparsed-text-available",
            "unparsed-text-lines",
            "uri-collection");

    private static final int BACKTRACKING = 1_000_000;
    private static final int LONGEST_TEXT = 1 << 26;

    /** Null while Saxon's own constructor runs, which looks some up. */
    private final ClosedFunctions functions = new ClosedFunctions();

    Closed() {
        setBooleanProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        setConfigurationProperty(Feature.REGEX_BACKTRACKING_LIMIT, BACKTRACKING);
        setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoVariables());
        // Tail calls are no luxury; whatever else would be reckoned out while a program is compiled runs under no
        // watch.
        setConfigurationProperty(Feature.OPTIMIZATION_LEVEL, "t");
        setConfigurationProperty(Feature.LINE_NUMBERING, true);
        // What a parser or a program says may quote a document: it is told to whoever asked and stands in no log.
        setErrorReporterFactory(configuration -> error -> {});
        setResourceResolver(request -> {
            throw new XPathException("nothing is read from outside", "FODC0002");
        });
        setUnparsedTextURIResolver((uri, encoding, config) -> {
            throw new XPathException("nothing is read from outside", "FOUT1170");
        });
    }

    private static boolean outside(String name) {
        return OUTSIDE.contains(name);
    }

    @Override
    public BuiltInFunctionSet getXSLTFunctionSet(int version) {
        return functions == null ? super.getXSLTFunctionSet(version) : functions;
    }

    @Override
    public BuiltInFunctionSet getXPathFunctionSet(int version) {
        return functions == null ? super.getXPathFunctionSet(version) : functions;
    }

    @Override
    public XPathParser newExpressionParser(String language, boolean updating, StaticContext context)
            throws XPathException {
        return switch (language) {
            case "XP" -> new Ranges.Expressions(context);
            case "PATTERN" -> new Ranges.Patterns(context);
            default -> throw new XPathException("no other language is known: " + language);
        };
    }

    @Override
    public RegularExpression compileRegularExpression(
            UnicodeString regex, String flags, String hostLanguage, List<String> warnings) throws XPathException {
        if (flags.indexOf(';') >= 0 || flags.indexOf('!') >= 0) {
            throw new XPathException("only the flags s, m, i, x and q are known", "FORX0001");
        }
        return new BoundedExpression(super.compileRegularExpression(regex, flags, hostLanguage, warnings));
    }

    private static final class ClosedFunctions extends XSLT30FunctionSet {
        @Override
        public Entry getFunctionDetails(String name, int arity) {
            return outside(name) ? null : super.getFunctionDetails(name, arity);
        }
    }

    private static final class NoVariables implements EnvironmentVariableResolver {
        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public String getEnvironmentVariable(String name) {
            return null;
        }
    }

    /** A replacement grows with what it puts in, in a single step that nobody can look into: what comes of it is reckoned before. */
    private record BoundedExpression(RegularExpression inner) implements RegularExpression {
        @Override
        public boolean matches(UnicodeString input) {
            Watch.tick();
            return inner.matches(input);
        }

        @Override
        public boolean containsMatch(UnicodeString input) {
            Watch.tick();
            return inner.containsMatch(input);
        }

        @Override
        public AtomicIterator tokenize(UnicodeString input) {
            return inner.tokenize(input);
        }

        @Override
        public RegexIterator analyze(UnicodeString input) {
            return inner.analyze(input);
        }

        @Override
        public UnicodeString replace(UnicodeString input, UnicodeString replacement) throws XPathException {
            Watch.tick();
            if ((input.length() + 1) * (replacement.length() + 1) > LONGEST_TEXT) {
                Watch.stop(Watch.MEMORY);
            }
            return inner.replace(input, replacement);
        }

        @Override
        public UnicodeString replaceWith(
                UnicodeString input, BiFunction<UnicodeString, UnicodeString[], UnicodeString> replacement)
                throws XPathException {
            return inner.replaceWith(input, (match, groups) -> {
                Watch.tick();
                return replacement.apply(match, groups);
            });
        }

        @Override
        public String getFlags() {
            return inner.getFlags();
        }

        @Override
        public boolean isPlatformNative() {
            return inner.isPlatformNative();
        }
    }
}

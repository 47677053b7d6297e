package vn.lgsp.registry.control.transform;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.expr.Component;
import net.sf.saxon.expr.accum.Accumulator;
import net.sf.saxon.expr.instruct.Actor;
import net.sf.saxon.expr.parser.ExpressionTool;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.Location;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.style.StylesheetPackage;
import net.sf.saxon.trans.KeyDefinition;
import net.sf.saxon.trans.KeyDefinitionSet;
import net.sf.saxon.trans.Mode;
import net.sf.saxon.trans.SimpleMode;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.util.Navigator;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import vn.lgsp.registry.control.content.HardXml;

/** XSLT 3.0 by Saxon-HE, {@link Closed}, each step of the stylesheet guarded. */
final class XsltConverter implements Converter {
    private final Processor processor;
    private final XsltExecutable stylesheet;
    private final int depth;

    private XsltConverter(Processor processor, XsltExecutable stylesheet, int depth) {
        this.processor = processor;
        this.stylesheet = stylesheet;
        this.depth = depth;
    }

    /**
     * Makes a stylesheet ready.
     *
     * @param depth of documents
     * @throws ConversionFault where it cannot be used
     */
    static XsltConverter of(byte[] stylesheet, int depth) throws ConversionFault {
        StylesheetForm.require(stylesheet);
        List<XmlProcessingError> errors = new ArrayList<>();
        Processor processor = new Processor(new Closed());
        XsltCompiler compiler = processor.newXsltCompiler();
        compiler.setErrorReporter(error -> {
            if (!error.isWarning()) {
                errors.add(error);
            }
        });
        GuardInjector guards = new GuardInjector();
        compiler.getUnderlyingCompilerInfo().setCodeInjector(guards);
        try {
            XsltExecutable compiled = compiler.compile(source(stylesheet, 200));
            StylesheetPackage program =
                    compiled.getUnderlyingCompiledStylesheet().getTopLevelPackage();
            guardBodies(program, guards);
            guardPatterns(program, guards);
            return new XsltConverter(processor, compiled, depth);
        } catch (SaxonApiException | XPathException broken) {
            throw unusable(errors, broken);
        }
    }

    /** Saxon passes by the sets of attributes: whatever has a body is gone through once more, and what is guarded stays as it is. */
    private static void guardBodies(StylesheetPackage program, GuardInjector guards) {
        for (Component component : program.getComponentIndex().values()) {
            Actor actor = component.getActor();
            if (actor.getBody() != null) {
                actor.setBody(ExpressionTool.injectCode(actor.getBody(), guards));
            }
        }
    }

    /** Patterns of templates, keys and accumulators are compiled apart from what they lead to. */
    private static void guardPatterns(StylesheetPackage program, GuardInjector guards) throws XPathException {
        guard(program.getRuleManager().getUnnamedMode(), guards);
        for (Mode mode : program.getRuleManager().getAllNamedModes()) {
            guard(mode.getActivePart(), guards);
        }
        for (KeyDefinitionSet keys : program.getKeyManager().getAllKeyDefinitionSets()) {
            for (KeyDefinition key : keys.getKeyDefinitions()) {
                ExpressionTool.injectCode(key.getMatch(), guards);
                key.setBody(ExpressionTool.injectCode(key.getUse(), guards));
            }
        }
        for (Accumulator accumulator : program.getAccumulatorRegistry().getAllAccumulators()) {
            accumulator.setInitialValueExpression(
                    ExpressionTool.injectCode(accumulator.getInitialValueExpression(), guards));
            guard(accumulator.getPreDescentRules(), guards);
            guard(accumulator.getPostDescentRules(), guards);
        }
    }

    private static void guard(SimpleMode mode, GuardInjector guards) throws XPathException {
        if (mode != null) {
            mode.processRules(rule -> ExpressionTool.injectCode(rule.getPattern(), guards));
        }
    }

    private static Source source(byte[] document, int depth) {
        XMLReader reader = HardXml.reader(depth);
        return new SAXSource(reader, new InputSource(new ByteArrayInputStream(document)));
    }

    private static ConversionFault unusable(List<XmlProcessingError> errors, Exception broken) {
        if (errors.isEmpty()) {
            return new ConversionFault("program-unusable", 0, 0, null, null, broken.getMessage());
        }
        XmlProcessingError first = errors.get(0);
        Location where = first.getLocation();
        return new ConversionFault(
                "program-unusable",
                where == null ? 0 : where.getLineNumber(),
                where == null ? 0 : where.getColumnNumber(),
                null,
                null,
                first.getMessage());
    }

    @Override
    public void convert(byte[] document, OutputStream result) throws ConversionFault {
        Documents.requireXml(document, depth);
        Xslt30Transformer transformer = stylesheet.load30();
        transformer.setErrorReporter(error -> {});
        transformer.setMessageHandler(message -> Watch.tick());
        transformer.setTraceFunctionDestination(null);
        transformer.setResultDocumentHandler(uri -> {
            throw new SaxonApiUncheckedException(new XPathException("nothing is written outside", "XTDE1490"));
        });
        Serializer serializer = processor.newSerializer(result);
        try {
            transformer.transform(source(document, depth), serializer);
        } catch (SaxonApiException | SaxonApiUncheckedException failed) {
            throw failure(failed);
        }
    }

    private static ConversionFault failure(Exception failed) {
        if (!(failed.getCause() instanceof XPathException problem)) {
            return new ConversionFault("conversion-program", 0, 0, null, null, failed.getMessage());
        }
        if (problem instanceof XPathException.StackOverflow) {
            return new ConversionFault("conversion-depth");
        }
        Item context = problem.getXPathContext() == null
                ? null
                : problem.getXPathContext().getContextItem();
        NodeInfo node = context instanceof NodeInfo found ? found : null;
        int programLine =
                problem.getLocator() == null ? 0 : problem.getLocator().getLineNumber();
        String code = problem.getErrorCodeQName() == null
                ? "XTMM9000"
                : problem.getErrorCodeQName().getLocalPart();
        return new ConversionFault(
                "conversion-program",
                node == null ? 0 : node.getLineNumber(),
                0,
                node == null ? null : Navigator.getPath(node),
                programLine > 0 ? code + " @ " + programLine : code,
                problem.getMessage());
    }
}

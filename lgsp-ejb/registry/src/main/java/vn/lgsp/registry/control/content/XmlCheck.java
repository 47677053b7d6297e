package vn.lgsp.registry.control.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Holds XML documents against a schema and code lists in one pass; memory is bounded by depth and the longest value. */
final class XmlCheck implements DocumentCheck {
    private final Schema schema;
    private final List<CodeRule> codes;
    private final Limits limits;

    /** @param schema null when only the form and the codes count */
    XmlCheck(Schema schema, List<CodeRule> codes, Limits limits) {
        this.schema = schema;
        this.codes = List.copyOf(codes);
        this.limits = limits;
    }

    @Override
    public void check(InputStream content, Findings findings) throws IOException {
        BoundedInput bounded = new BoundedInput(content, limits.xmlBytes());
        XmlTrack track = new XmlTrack(codes, limits, findings);
        XMLReader reader = HardXml.reader(limits.depth());
        try {
            reader.setContentHandler(track);
            reader.setErrorHandler(new FormErrors(findings, track));
            if (schema != null) {
                track.next(validator(findings, track));
            }
            reader.parse(new InputSource(bounded));
        } catch (XmlTrack.Enough stopped) {
            // Everything that will be told has been found.
        } catch (SAXException refused) {
            if (findings.none()) {
                findings.add(HardXml.MALFORMED, track.line(), track.column(), track.path(), refused.getMessage());
            }
        } catch (BoundedInput.TooLarge larger) {
            findings.add("content-too-large", track.line(), track.column(), track.path(), null);
        } catch (IOException failed) {
            if (!HardXml.encoding(failed)) {
                throw failed;
            }
            findings.add(HardXml.ENCODING, track.line(), track.column(), track.path(), failed.getMessage());
        }
    }

    private ValidatorHandler validator(Findings findings, XmlTrack track)
            throws SAXNotRecognizedException, SAXNotSupportedException {
        ValidatorHandler validator = schema.newValidatorHandler();
        validator.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        validator.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            throw new SchemaFault("schema-outside", systemId, 0, null);
        });
        validator.setErrorHandler(new SchemaErrors(findings, track));
        return validator;
    }

    /** What the parser says: a document that is not well formed is read no further. */
    private record FormErrors(Findings findings, XmlTrack track) implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) {
            // A warning is no violation.
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            fatalError(problem);
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            findings.add(
                    HardXml.reason(problem),
                    problem.getLineNumber(),
                    problem.getColumnNumber(),
                    track.path(),
                    problem.getMessage());
            throw new XmlTrack.Enough();
        }
    }

    /** What the schema says, told in our own words by the rule that was broken. */
    private record SchemaErrors(Findings findings, XmlTrack track) implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) {
            // A warning is no violation.
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            String reason = SchemaReasons.ofXml(String.valueOf(problem.getMessage()));
            // A value that breaks its type is told twice: once for its type, once for the element that has it.
            if (reason != null) {
                findings.add(
                        reason, problem.getLineNumber(), problem.getColumnNumber(), track.path(), problem.getMessage());
            }
            if (findings.full()) {
                throw new XmlTrack.Enough();
            }
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            error(problem);
        }
    }
}

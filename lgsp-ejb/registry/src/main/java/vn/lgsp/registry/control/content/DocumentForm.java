package vn.lgsp.registry.control.content;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;

/** The form of documents alone, without a schema: what can be read at all, within the limits. */
public final class DocumentForm {
    private DocumentForm() {}

    /** What is wrong with a document as XML; empty when it can be read. */
    public static List<Violation> xml(byte[] document, Limits limits) {
        return found(new XmlCheck(null, List.of(), limits), document);
    }

    /** What is wrong with a document as JSON; empty when it can be read. */
    public static List<Violation> json(byte[] document, Limits limits) {
        return found(new JsonCheck(null, List.of(), limits), document);
    }

    private static List<Violation> found(DocumentCheck check, byte[] document) {
        Findings findings = new Findings();
        try {
            check.check(new ByteArrayInputStream(document), findings);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", impossible);
        }
        return findings.all();
    }

    /** Reads JSON as strictly as documents are checked. */
    public static JsonFactory reader(Limits limits) {
        return JsonWalk.factory(limits);
    }
}

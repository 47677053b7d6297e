package vn.lgsp.model.registry;

/** How a transformation converts a document. */
public enum TransformationKind {
    /** A stylesheet in XSLT 3.0; from XML to whatever it writes. */
    XSLT,
    /** An expression in JSONata; from JSON to JSON. */
    JSONATA,
    /** The platform's own convention, which loses nothing of data; the program names what are lists even with one entry. */
    XML_TO_JSON,
    /** The same convention the other way round; without a program. */
    JSON_TO_XML,
    /** Rows with a header become objects; without a program. */
    CSV_TO_JSON,
    /** Objects of one depth become rows; the program names the columns. */
    JSON_TO_CSV;

    /** Whether there has to be a program. */
    public boolean programmed() {
        return this == XSLT || this == JSONATA;
    }

    /** Whether there may be a program. */
    public boolean programmable() {
        return programmed() || this == XML_TO_JSON || this == JSON_TO_CSV;
    }

    /** Whether documents are XML; the others are JSON, but for CSV. */
    public boolean readsXml() {
        return this == XSLT || this == XML_TO_JSON;
    }
}

package vn.lgsp.model.registry;

/** The languages of schemas. */
public enum SchemaKind {
    /** W3C XML Schema 1.0, and so XML documents. */
    XSD,
    /** JSON Schema 2020-12, and so JSON documents. */
    JSON
}

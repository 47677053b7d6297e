package vn.lgsp.registry.control.content;

import java.util.List;
import java.util.Map;
import javax.xml.validation.Schema;
import vn.lgsp.model.registry.SchemaKind;

/** A schema made ready, for any number of documents and threads. */
public final class CompiledSchema {
    private final SchemaKind kind;
    private final Schema xml;
    private final JsonSchemas.Compiled json;

    private CompiledSchema(SchemaKind kind, Schema xml, JsonSchemas.Compiled json) {
        this.kind = kind;
        this.xml = xml;
        this.json = json;
    }

    /**
     * Makes a schema ready.
     *
     * @param documents by name
     * @param entry the one that holds or includes the rest; null when only the form of documents counts
     * @throws SchemaFault when it cannot be used
     */
    public static CompiledSchema of(SchemaKind kind, Map<String, byte[]> documents, String entry) {
        if (entry != null && !documents.containsKey(entry)) {
            throw new SchemaFault("schema-entry", entry, 0, null);
        }
        if (kind == SchemaKind.XSD) {
            return new CompiledSchema(kind, entry == null ? null : XsdCompiler.compile(documents, entry), null);
        }
        return new CompiledSchema(kind, null, entry == null ? null : JsonSchemas.compile(documents, entry));
    }

    DocumentCheck with(List<CodeRule> codes, Limits limits) {
        return kind == SchemaKind.XSD ? new XmlCheck(xml, codes, limits) : new JsonCheck(json, codes, limits);
    }
}

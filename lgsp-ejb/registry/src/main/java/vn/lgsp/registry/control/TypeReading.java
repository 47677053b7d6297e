package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.registry.DataTypeVersion;
import vn.lgsp.model.registry.DataTypeVersion.Rules;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.control.content.CheckRoom;
import vn.lgsp.registry.control.content.CompiledSchema;
import vn.lgsp.registry.control.content.RuleSet;
import vn.lgsp.registry.control.content.SchemaCache;
import vn.lgsp.registry.control.content.SchemaFault;

/** Makes the rules of a version ready to be held against content. */
@ApplicationScoped
public class TypeReading {
    @Inject
    private TypeStore store;

    @Inject
    private SchemaCache cache;

    @Inject
    private CheckRoom room;

    /** @throws SchemaFault when the schema of a draft cannot be used */
    public RuleSet ruleSet(DataTypeVersion version) {
        Rules rules = version.rules();
        return rules.schemaKind() == null
                ? new RuleSet(rules, null, List.of(), room.limits())
                : new RuleSet(rules, schema(version), store.codeRules(version.id()), room.limits());
    }

    private CompiledSchema schema(DataTypeVersion version) {
        return version.state() == VersionState.DRAFT
                ? compiled(version)
                : cache.of(version.id(), () -> compiled(version));
    }

    private CompiledSchema compiled(DataTypeVersion version) {
        Rules rules = version.rules();
        Map<String, byte[]> documents = store.documents(version.id());
        return CompiledSchema.of(rules.schemaKind(), documents, rules.entryDocument());
    }
}

package vn.lgsp.registry.control.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Schemas that were made ready, by version; what was published never changes, so none grows old. */
@ApplicationScoped
public class SchemaCache {
    private static final int MOST = 50;

    private final Map<UUID, CompiledSchema> ready = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, CompiledSchema> eldest) {
            return size() > MOST;
        }
    };

    /** The schema of a published version, made ready the first time. */
    public CompiledSchema of(UUID versionId, Supplier<CompiledSchema> compiler) {
        synchronized (ready) {
            CompiledSchema found = ready.get(versionId);
            if (found != null) {
                return found;
            }
        }
        CompiledSchema made = compiler.get();
        synchronized (ready) {
            ready.put(versionId, made);
        }
        return made;
    }
}

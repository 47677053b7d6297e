package vn.lgsp.registry.control.transform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Programs that were made ready, by version; what was published never changes, so none grows old. And those that did not end. */
final class ProgramCache {
    private static final int MOST = 50;

    private final Set<UUID> stuck = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Converter> ready = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Converter> eldest) {
            return size() > MOST;
        }
    };

    Converter of(UUID version, Watch.Work<Converter> compiler) throws ConversionFault {
        synchronized (ready) {
            Converter found = ready.get(version);
            if (found != null) {
                return found;
            }
        }
        Converter made = compiler.run();
        synchronized (ready) {
            ready.put(version, made);
        }
        return made;
    }

    void stick(UUID version) {
        stuck.add(version);
    }

    boolean stuck(UUID version) {
        return stuck.contains(version);
    }

    Optional<UUID> anyStuck() {
        return stuck.stream().findFirst();
    }
}

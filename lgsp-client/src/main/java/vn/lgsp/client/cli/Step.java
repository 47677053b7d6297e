package vn.lgsp.client.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.transport.JsonRecords;

/**
 * One step as it happened: with {@code --json} one line of output, otherwise one line for people.
 *
 * @param name stable for scripts, e.g. {@code request}
 * @param members what is known about it, in the order of the output; none is null
 */
record Step(String name, Map<String, Object> members) {

    static final String CLAUSE = "clause";
    static final String MILLISECONDS = "ms";
    static final String PACKET = "packetId";
    static final String DELIVERY = "deliveryId";
    static final String AGENCY = "agency";
    static final String FILE = "file";
    static final String PATH = "path";
    static final String BYTES = "bytes";
    static final String DIGEST = "digest";
    static final String STATE = "state";
    static final String EVENT = "event";
    static final String TITLE = "title";

    Step {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    static Step of(String name) {
        return new Step(name, Map.of());
    }

    /** A step of the regulation, e.g. {@code 8.2}. */
    static Step of(String name, String clause) {
        return of(name).with(CLAUSE, clause);
    }

    /** The same step with one more member; null adds nothing. */
    Step with(String key, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(key, value);
        return new Step(name, more);
    }

    /** The same step about a file. */
    Step about(FileInfo file, String digest) {
        return with(FILE, file.name()).with(BYTES, file.size()).with(DIGEST, digest);
    }

    JsonObject toJson() {
        JsonObjectBuilder object = JsonRecords.json().createObjectBuilder().add("step", name);
        members.forEach((key, value) -> object.add(key, JsonRecords.json(value)));
        return object.build();
    }
}

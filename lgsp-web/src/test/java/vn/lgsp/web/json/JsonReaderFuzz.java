package vn.lgsp.web.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.PolicyViews;

/**
 * The reader of JSON, to be fed with anything (threat 18): it refuses with an error of the catalogue that blames the client, or reads, and does
 * nothing else.
 */
public final class JsonReaderFuzz {
    private static final List<Class<? extends Record>> TYPES =
            List.of(Inputs.NewPacket.class, Inputs.Digests.class, Inputs.Reason.class, PolicyViews.Choice.class);

    private JsonReaderFuzz() {}

    /** Called once by the fuzzer: what is loaded at the first use must not count as the time that an input takes. */
    public static void fuzzerInitialize() throws IOException {
        fuzzerTestOneInput("{\"reason\":\"a\"}".getBytes(UTF_8));
    }

    /** Called by the fuzzer for each input. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        for (Class<? extends Record> type : TYPES) {
            try {
                read(type, bytes);
            } catch (LgspException refusal) {
                if (refusal.code().status() < 400 || refusal.code().status() >= 500) {
                    throw refusal;
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    static Record read(Class<? extends Record> type, byte[] bytes) throws IOException {
        return new JsonReader()
                .readFrom(
                        (Class<Record>) type,
                        type,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(bytes));
    }
}

package vn.lgsp.registry.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.control.content.CheckRoom;
import vn.lgsp.registry.control.content.Findings;
import vn.lgsp.registry.control.content.RuleSet;

/** The rules of a version, held against the files of one packet; for one thread. */
public final class ContentCheck {
    private final RuleSet rules;
    private final CheckRoom room;
    private final Findings findings = new Findings();

    ContentCheck(RuleSet rules, CheckRoom room) {
        this.rules = rules;
        this.room = room;
    }

    /**
     * A file as it was declared.
     *
     * @param size bytes
     */
    public record File(String name, String mediaType, long size) {}

    /** Looks at what is known of the files without reading them. */
    public void declared(List<File> files) {
        files.forEach(file -> rules.label(file.name(), file.mediaType(), findings));
        long bytes = files.stream().mapToLong(File::size).sum();
        rules.together(files.size(), bytes, files.stream().anyMatch(file -> rules.reads(file.name())), findings);
    }

    /** Whether this file has to be read; none any more when enough was found. */
    public boolean reads(String name) {
        return rules.reads(name) && !findings.full();
    }

    /**
     * Reads a file; waits while others are being read.
     *
     * @param content not closed
     * @throws IOException when the bytes could not be had
     * @throws LgspException UNAVAILABLE when too many others are being read
     */
    public void read(String name, InputStream content) throws IOException {
        room.within(() -> {
            try {
                rules.inside(name, content, findings);
            } catch (StackOverflowError endless) {
                // Documents are bounded in depth: what goes deeper is a schema that nobody should have published.
                throw new LgspException(ErrorCode.SCHEMA_UNUSABLE, name);
            }
        });
    }

    /** What is wrong, at most 50 places, in the order in which it was found. */
    public List<Violation> violations() {
        return findings.all();
    }
}

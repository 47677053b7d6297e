package vn.lgsp.model.registry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the platform has seen an application do: the list of compatibility (Điều 16.1, 18.1) is filled from it, nobody ticks anything by
 * hand. Whoever sees something implements this as a CDI bean; the registry asks them all.
 */
public interface ApplicationEvidence {

    /** What an application must have shown to count as connected. */
    enum Check {
        /** A key that counts was issued. */
        KEY("10"),
        /** It signed in with it. */
        CONNECTED("8.1"),
        /** It asked to send a packet. */
        REQUESTED("8.2"),
        /** All content of a packet arrived whole. */
        COMPLETED("8.4"),
        /** It accepted a packet. */
        RECEIVED("9.2"),
        /** It confirmed a packet with the right digests. */
        CONFIRMED("9.3");

        private final String clause;

        Check(String clause) {
            this.clause = clause;
        }

        /** The clause of the regulation. */
        public String clause() {
            return clause;
        }

        /** Whether an application of this kind has to show it. */
        public boolean concerns(boolean sends, boolean receives) {
            return switch (this) {
                case KEY, CONNECTED -> true;
                case REQUESTED, COMPLETED -> sends;
                case RECEIVED, CONFIRMED -> receives;
            };
        }
    }

    /** When each was first seen; what was not seen, or is seen by others, is not in the map. */
    Map<Check, Instant> firstSeen(UUID applicationId);

    /** When it was last heard of; empty for never, or where others know. */
    default Optional<Instant> lastSeen(UUID applicationId) {
        return Optional.empty();
    }
}

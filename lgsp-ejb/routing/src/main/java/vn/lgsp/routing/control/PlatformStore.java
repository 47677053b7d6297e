package vn.lgsp.routing.control;

import jakarta.ejb.EJBException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** The store of this node, as long as it is the one that all nodes use; until then everything in it is away, and nothing is missing. */
final class PlatformStore implements ContentStore, AutoCloseable {
    private static final long AGREED = Duration.ofSeconds(3).toNanos();

    /** Looking again costs more when the answer was no. */
    private static final long REFUSED = Duration.ofSeconds(5).toNanos();

    private final ContentStore store;
    private final StoreRecord record;
    private volatile Look last;
    private volatile UUID identity;

    /** What was found and when. */
    private record Look(boolean agrees, long at) {
        boolean fresh() {
            return System.nanoTime() - at < (agrees ? AGREED : REFUSED);
        }
    }

    PlatformStore(ContentStore store, StoreRecord record) {
        this.store = store;
        this.record = record;
    }

    private ContentStore agreed() throws IOException {
        Look look = last;
        if (look == null || !look.fresh()) {
            look = new Look(look(), System.nanoTime());
            last = look;
        }
        if (!look.agrees()) {
            throw new StoreUnavailableException("this node has another content store than the platform", null);
        }
        return store;
    }

    private boolean look() throws IOException {
        UUID mine = identity == null ? store.identity() : identity;
        try {
            boolean agrees = record.agrees(mine);
            identity = agrees ? mine : null;
            return agrees;
        } catch (EJBException away) {
            throw new StoreUnavailableException(
                    "the database does not say which content store is the platform's", away);
        }
    }

    @Override
    public UUID identity() throws IOException {
        return store.identity();
    }

    @Override
    public Growing begin(UUID blobId) throws IOException {
        return agreed().begin(blobId);
    }

    @Override
    public Optional<Growing> resume(UUID blobId) throws IOException {
        return agreed().resume(blobId);
    }

    @Override
    public Writing create(UUID blobId) throws IOException {
        return agreed().create(blobId);
    }

    @Override
    public SeekableByteChannel open(UUID blobId) throws IOException {
        return agreed().open(blobId);
    }

    @Override
    public void delete(UUID blobId) throws IOException {
        agreed().delete(blobId);
    }

    @Override
    public void check() throws IOException {
        agreed().check();
    }

    @Override
    public OptionalLong freeBytes() throws IOException {
        return store.freeBytes();
    }

    @Override
    public Stream<UUID> untouchedSince(Instant instant) throws IOException {
        return agreed().untouchedSince(instant);
    }

    @Override
    public void close() {
        if (store instanceof S3ContentStore away) {
            away.close();
        }
    }
}

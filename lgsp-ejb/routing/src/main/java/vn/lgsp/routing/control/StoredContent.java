package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;

/** The sealed bytes of files, wherever they lie. */
@ApplicationScoped
public class StoredContent {
    @Inject
    private SmallContent small;

    @Inject
    private ContentStore store;

    /**
     * Opens sealed bytes for reading at any position.
     *
     * @param inRow whether they lie in the database
     * @throws java.nio.file.NoSuchFileException when they are gone
     */
    public SeekableByteChannel open(UUID packetId, UUID blobId, boolean inRow) throws IOException {
        return inRow ? small.open(packetId, blobId) : store.open(blobId);
    }
}

package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import vn.lgsp.model.packet.PacketFile;

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
     * @throws java.nio.file.NoSuchFileException when they are gone
     */
    public SeekableByteChannel open(PacketFile file) throws IOException {
        return file.small() ? small.open(file.packetId(), file.blobId()) : store.open(file.blobId());
    }
}

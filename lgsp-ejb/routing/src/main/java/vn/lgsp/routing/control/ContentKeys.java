package vn.lgsp.routing.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.crypto.KeyVaultException;
import vn.lgsp.crypto.RecordSeal;
import vn.lgsp.model.packet.PacketFile;

/** Opens the keys of packets, and with them checks that what is recorded of a file is what was recorded when it came in (Điều 5.2). */
@ApplicationScoped
public class ContentKeys {
    /** What keys of packets were bound to before records were sealed. */
    private static final String BEFORE_SEALS = "packet:";

    @Inject
    private KeyVault vault;

    /**
     * A key that was opened; to be closed.
     *
     * @param sealed whether the records of the packet's files carry seals; the wrapping of the key says so, which nobody can forge
     */
    public record Opened(ContentKey key, boolean sealed) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }

    /** Opens the key of a packet. */
    public Opened open(UUID packetId, byte[] wrappedKey) {
        try {
            return new Opened(ContentKey.unwrap(vault, wrappedKey, Grants.keyContext(packetId)), true);
        } catch (KeyVaultException earlier) {
            try {
                return new Opened(ContentKey.unwrap(vault, wrappedKey, BEFORE_SEALS + packetId), false);
            } catch (KeyVaultException neither) {
                throw earlier;
            }
        }
    }

    /** Seals the record of a file as it stands now. */
    public void seal(PacketFile file, byte[] wrappedKey) {
        try (Opened opened = open(file.packetId(), wrappedKey)) {
            if (opened.sealed()) {
                seal(file, opened.key());
            }
        }
    }

    /** The same with the key of a packet of today at hand. */
    void seal(PacketFile file, ContentKey key) {
        file.seal(RecordSeal.of(key, fields(file)));
    }

    /**
     * Makes sure that the record of a file is the one that was sealed.
     *
     * @throws ContentCorruptedException when it was changed or exchanged
     */
    public void requireSealed(PacketFile file, Opened opened) throws ContentCorruptedException {
        if (opened.sealed() && !RecordSeal.holds(opened.key(), fields(file), file.seal())) {
            throw new ContentCorruptedException(file.blobId(), -1, "the record of the file was changed");
        }
    }

    private static List<byte[]> fields(PacketFile file) {
        return List.of(
                file.packetId().toString().getBytes(UTF_8),
                file.name().getBytes(UTF_8),
                file.mediaType().getBytes(UTF_8),
                ByteBuffer.allocate(Long.BYTES).putLong(file.size()).array(),
                file.digest().bytes(),
                String.valueOf(file.blobId()).getBytes(UTF_8));
    }
}

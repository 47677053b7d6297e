package vn.lgsp.routing.control;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps the encrypted bytes of files. It knows neither keys nor names, only blob ids that the platform makes itself. */
public interface ContentStore {

    /** A blob being written. Closing it without {@link #commit()} leaves nothing behind. */
    interface Writing extends AutoCloseable {

        WritableByteChannel channel();

        /** Makes the blob durable: when this returns it survives a crash of the machine. */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A blob that grows in several goes. Closing it without {@link #commit()} leaves what is there for the next. */
    interface Growing extends Writing {

        @Override
        SeekableByteChannel channel();

        /** Makes durable what was written so far. */
        void force() throws IOException;
    }

    /** Begins a blob that grows in several goes. */
    Growing begin(UUID blobId) throws IOException;

    /**
     * Goes on with a blob that was begun so, also with one that was committed.
     *
     * @return empty while somebody else, on whichever node, has it open for writing
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    Optional<Growing> resume(UUID blobId) throws IOException;

    /** Begins a blob. */
    Writing create(UUID blobId) throws IOException;

    /**
     * Opens a blob that was committed, for reading at any position.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws StoreUnavailableException when the store does not say whether there is one
     */
    SeekableByteChannel open(UUID blobId) throws IOException;

    /** Removes a blob; nothing happens when there is none. */
    void delete(UUID blobId) throws IOException;

    /** A number that the store itself keeps: who finds the same one finds the same blobs. */
    UUID identity() throws IOException;

    /**
     * Makes sure that blobs can be written and read.
     *
     * @throws IOException when they cannot
     */
    void check() throws IOException;

    /** Room that is left, bytes; empty when the store does not tell. */
    OptionalLong freeBytes() throws IOException;

    /** Lists blobs, finished or not, that nobody has written to since then; to be closed. */
    Stream<UUID> untouchedSince(Instant instant) throws IOException;
}

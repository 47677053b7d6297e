package vn.lgsp.routing.control;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Sees to it that of all nodes one thread alone writes to a blob that grows. */
public interface BlobLocks {

    /** A lock; closing it lets go. */
    interface Held extends AutoCloseable {

        /**
         * Makes sure that nobody else can have got the lock in the meantime.
         *
         * @throws StoreUnavailableException when it was lost
         */
        void require() throws StoreUnavailableException;

        @Override
        void close();
    }

    /**
     * Takes the lock of a blob without waiting.
     *
     * @return empty while another holds it, on whichever node
     * @throws IOException when locks cannot be had
     */
    Optional<Held> tryLock(UUID blobId) throws IOException;
}

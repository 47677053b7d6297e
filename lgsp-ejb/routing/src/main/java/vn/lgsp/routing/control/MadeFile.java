package vn.lgsp.routing.control;

import java.util.UUID;
import vn.lgsp.model.Digest;

/**
 * A file that was converted and whose bytes are sealed under the packet's key.
 *
 * @param original name of the file that it was made of
 * @param size bytes of the plain content
 * @param sealed its bytes as they are stored with its row; null when they are durable in the content store
 */
record MadeFile(String name, String original, String mediaType, long size, Digest digest, UUID blobId, byte[] sealed) {}

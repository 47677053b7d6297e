package vn.lgsp.routing.boundary;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;

/**
 * Bytes of an upload that arrive with one request.
 *
 * @param offset where they belong, from 0
 * @param length the length of the whole upload when the client tells it now; null otherwise
 * @param size bytes of the chunk as announced; -1 when not
 * @param checks digests that the chunk must have; with any, nothing of the chunk counts before all of it was compared
 * @param bytes not closed here
 */
public record UploadChunk(long offset, Long length, long size, List<Check> checks, InputStream bytes) {

    /**
     * A digest that the chunk must have.
     *
     * @param algorithm its name in Java, one that every Java has
     * @param expected the digest
     * @param refusal what to say when it is another
     */
    public record Check(String algorithm, byte[] expected, ErrorCode refusal) {

        /** A digest to be fed with the bytes. */
        public MessageDigest begin() {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This Java has no " + algorithm + ".", e);
            }
        }
    }
}

package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import vn.lgsp.client.signing.ContentDigest;

/**
 * A small file that came along with its packet.
 *
 * @param name as the source gave it; not to be trusted as the name of a file on disk
 * @param mediaType as the source gave it
 * @param size bytes
 * @param digest what the platform promises, {@code sha-256=:base64:}
 * @param content the bytes
 */
public record InlineFile(String name, String mediaType, long size, String digest, byte[] content) {

    /** Checks what the contract requires. */
    public InlineFile {
        requireNonNull(name, "name");
        requireNonNull(digest, "digest");
        requireNonNull(content, "content");
    }

    /** The digest of what arrived, for the confirmation. */
    public FileDigest received() {
        return new FileDigest(name, ContentDigest.of(content));
    }
}

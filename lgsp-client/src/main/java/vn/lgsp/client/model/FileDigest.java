package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

/**
 * The digest that one side computed of one file.
 *
 * @param name name of the file, as in {@link FileInfo}
 * @param digest SHA-256, {@code sha-256=:base64:}
 */
public record FileDigest(String name, String digest) {

    /** Checks what the contract requires. */
    public FileDigest {
        requireNonNull(name, "name");
        requireNonNull(digest, "digest");
    }
}

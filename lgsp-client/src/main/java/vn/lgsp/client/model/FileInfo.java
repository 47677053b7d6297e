package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

/**
 * One file of a packet.
 *
 * @param name as the source named it: never use it as a path
 * @param mediaType as the source declared it
 * @param size bytes
 * @param digest SHA-256 of the content
 * @param url where a destination takes it; null outside a destination's space
 */
public record FileInfo(String name, String mediaType, long size, String digest, String url) {

    /** Checks what the contract requires. */
    public FileInfo {
        requireNonNull(name, "name");
        requireNonNull(mediaType, "mediaType");
        requireNonNull(digest, "digest");
    }
}

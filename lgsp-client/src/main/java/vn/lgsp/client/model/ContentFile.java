package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import vn.lgsp.client.signing.ContentDigest;

/**
 * A small file that goes along with its packet.
 *
 * @param name 1 to 255 characters without control characters, {@code /} and {@code \}
 * @param mediaType null: not known
 * @param content at most 64 KiB unless the platform says otherwise
 * @param digest SHA-256 of the content, {@code sha-256=:base64:}
 */
public record ContentFile(String name, String mediaType, byte[] content, String digest) {

    /** Checks what the contract requires. */
    public ContentFile {
        requireNonNull(name, "name");
        content = content.clone();
    }

    /** A file with its digest. */
    public ContentFile(String name, String mediaType, byte[] content) {
        this(name, mediaType, content, ContentDigest.of(content));
    }
}

package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where the content of a packet is to be put (Điều 8.2).
 *
 * @param id of the space
 * @param uploadUrl the percent-encoded file name goes behind it
 * @param resumableUrl where an upload in several requests begins (tus 1.0.0); null from a platform that does not name it
 * @param policyUrl where the policy goes
 * @param expiresAt after this the space is closed
 * @param maxBytes of all files together
 * @param maxFiles how many files at most
 * @param requiredDigests names of the digests that must come with the content
 * @param methods ways of uploading: {@code put}, {@code tus}
 */
public record UploadSpace(
        UUID id,
        String uploadUrl,
        String resumableUrl,
        String policyUrl,
        Instant expiresAt,
        long maxBytes,
        int maxFiles,
        List<String> requiredDigests,
        List<String> methods) {

    /** Checks what the contract requires. */
    public UploadSpace {
        requireNonNull(id, "id");
        requireNonNull(expiresAt, "expiresAt");
        requiredDigests = List.copyOf(requiredDigests);
        methods = List.copyOf(methods);
    }
}

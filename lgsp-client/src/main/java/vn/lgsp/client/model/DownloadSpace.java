package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a destination takes the content of a packet (Điều 9.2).
 *
 * @param id of the space
 * @param expiresAt after this accept the delivery again to open it anew
 * @param files what to take
 */
public record DownloadSpace(UUID id, Instant expiresAt, List<FileInfo> files) {

    /** Checks what the contract requires. */
    public DownloadSpace {
        requireNonNull(id, "id");
        requireNonNull(expiresAt, "expiresAt");
        files = List.copyOf(files);
    }
}

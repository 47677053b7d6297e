package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * That a delivery arrived (Điều 9.3).
 *
 * @param deliveryId of the delivery
 * @param files digests computed from what arrived, for every file
 */
public record Confirmation(UUID deliveryId, List<FileDigest> files) {

    /** Checks what the contract requires. */
    public Confirmation {
        requireNonNull(deliveryId, "deliveryId");
        files = List.copyOf(files);
    }
}

package vn.lgsp.routing.boundary;

import java.util.List;
import java.util.UUID;

/** That a delivery arrived, with the digests that its destination computed (Điều 9.3). */
public record Confirmation(UUID deliveryId, List<FileDigest> files) {}

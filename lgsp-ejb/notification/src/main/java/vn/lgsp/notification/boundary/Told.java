package vn.lgsp.notification.boundary;

import java.util.List;
import java.util.UUID;

/** Told as a CDI event when a destination has been told of packets that wait for it, with the deliveries concerned. */
public record Told(UUID applicationId, List<UUID> deliveryIds) {}

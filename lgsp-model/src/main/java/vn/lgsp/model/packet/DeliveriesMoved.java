package vn.lgsp.model.packet;

import java.util.List;

/**
 * Told (as a CDI event, inside the transaction of the steps) whenever deliveries begin or take steps, so that other services can count them.
 *
 * @param moves in the order in which they were made; at least one
 */
public record DeliveriesMoved(List<DeliveryMoved> moves) {}

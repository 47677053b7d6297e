package vn.lgsp.model.packet;

import java.time.Instant;

/**
 * A step of a delivery, or its beginning; see {@link DeliveriesMoved}.
 *
 * @param from null at the beginning
 * @param to the state reached
 * @param at time of the step as it stands in the history
 */
public record DeliveryMoved(Packet packet, Delivery delivery, DeliveryState from, DeliveryState to, Instant at) {}

package vn.lgsp.model.packet;

import java.time.Instant;

/**
 * Told (as a CDI event, inside the transaction of the step) whenever a delivery begins or takes a step, so that other services can count it.
 *
 * @param from null at the beginning
 * @param to the state reached
 * @param at time of the step as it stands in the history
 */
public record DeliveryMoved(Packet packet, Delivery delivery, DeliveryState from, DeliveryState to, Instant at) {}

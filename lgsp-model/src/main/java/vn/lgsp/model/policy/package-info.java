/** Policies of exchange (chính sách liên thông, Điều 8.3, 5.4): when a packet is announced, how often, and how long it waits. */
package vn.lgsp.model.policy;

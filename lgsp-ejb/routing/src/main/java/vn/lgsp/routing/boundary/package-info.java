/** The public face of the interconnection service: the steps of Điều 8 in {@code Sending}, those of Điều 9 in {@code Receiving}. */
package vn.lgsp.routing.boundary;

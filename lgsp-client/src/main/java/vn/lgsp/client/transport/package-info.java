/** How requests travel: addresses, signing, repeating, JSON, server-sent events. Not part of the public interface. */
package vn.lgsp.client.transport;
